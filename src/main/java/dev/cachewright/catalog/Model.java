package dev.cachewright.catalog;

import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A model of the catalogue.
///
/// @param id the family's id, without a date
/// @param framing what the model adds around the text of a request
/// @param encoding the public encoding; empty where the vendor publishes none, then counts are estimates
/// @param context how many tokens of input fit at most; where the vendor names the whole window alone, the answer has
/// to fit into it too; empty where it is not known
/// @param prices oldest first; empty where none is known, then calls have no cost, which is not the same as none
/// @param tiers what all rates are multiplied by on a service tier (`batch`, `flex`, `priority`, …)
public record Model(String id, String provider, Optional<Encoding> encoding, Framing framing, CacheTerms cache,
        OptionalInt context, List<Price> prices, Map<String, BigDecimal> tiers, Source source) {

    public Model {
        prices = List.copyOf(prices);
        tiers = Map.copyOf(tiers);
    }

    /// A model whose context is not known.
    public Model(String id, String provider, Optional<Encoding> encoding, Framing framing, CacheTerms cache,
            List<Price> prices, Map<String, BigDecimal> tiers, Source source) {
        this(id, provider, encoding, framing, cache, OptionalInt.empty(), prices, tiers, source);
    }

    /// The price on that day, the first one for days before it; empty where the model has no prices.
    public Optional<Price> priceOn(LocalDate day) {
        for (int i = prices.size() - 1; i > 0; i--) {
            if (!prices.get(i).from().isAfter(day)) {
                return Optional.of(prices.get(i));
            }
        }
        return prices.isEmpty() ? Optional.empty() : Optional.of(prices.getFirst());
    }

    /// The day of the first price where it comes after `day`: what a call of that day cost is then not known, and
    /// [#priceOn] answers with the price of a later day.
    public Optional<LocalDate> firstPriceAfter(LocalDate day) {
        return prices.stream().findFirst().map(Price::from).filter(from -> from.isAfter(day));
    }

    /// The rates of a call with so many input tokens that is made at `at`, by its day in UTC.
    ///
    /// @param tier the service tier in the provider's word; empty, `default`, `auto`, `standard` and tiers that the
    /// row does not list mean the standard tier
    /// @return empty where the model has no prices
    public Optional<Rates> ratesAt(Instant at, long input, String tier) {
        return priceOn(LocalDate.ofInstant(at, ZoneOffset.UTC)).map(price -> price.forInput(input))
                .map(rates -> tiers.containsKey(tier) ? rates.times(tiers.get(tier)) : rates);
    }
}
