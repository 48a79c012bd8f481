package dev.cachewright.catalog;

import dev.cachewright.token.Encoding;
import dev.cachewright.token.request.Framing;
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
        if (isReasoning()) {
            return Framing.reasoning();
        }
        return id.contains("-search") ? Framing.searching() : Framing.plain();
    }

    /// OpenAI's gpt-5 and later families, the o-series and computer use think before they answer.
    public boolean isReasoning() {
        return provider.equals("openai") && id.matches("o\\d.*|gpt-[5-9].*|computer-use.*");
    }
}
