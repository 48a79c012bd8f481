package dev.cachewright.catalog;

import dev.cachewright.token.Encoding;
import dev.cachewright.token.Framing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A model of the catalogue.
///
/// @param id the family's id, without a date
/// @param encoding the public encoding; empty where the vendor publishes none, then counts are estimates
/// @param prices oldest first, at least one
public record Model(String id, String provider, Optional<Encoding> encoding, CacheTerms cache, List<Price> prices,
        Source source) {

    // Measured on recorded calls: reasoning models prime the reply with one token less, and put more text of their
    // own before the tools of a chat.
    private static final Framing PLAIN = new Framing(3, 17, 11);
    private static final Framing REASONING = new Framing(2, 98, 16);

    public Model {
        prices = List.copyOf(prices);
    }

    /// The price on that day, the first one for days before it.
    public Price priceOn(LocalDate day) {
        return prices.reversed().stream().filter(price -> !price.from().isAfter(day)).findFirst()
                .orElse(prices.getFirst());
    }

    /// The rates of a call with so many input tokens that is made at `at`, by its day in UTC.
    public Rates ratesAt(Instant at, long input) {
        return priceOn(LocalDate.ofInstant(at, ZoneOffset.UTC)).forInput(input);
    }

    /// What the model adds around the text of a request.
    public Framing framing() {
        return isReasoning() ? REASONING : PLAIN;
    }

    /// OpenAI's gpt-5 and later families and the o-series think before they answer.
    public boolean isReasoning() {
        return provider.equals("openai") && (id.matches("o\\d.*") || id.matches("gpt-[5-9].*"));
    }
}
