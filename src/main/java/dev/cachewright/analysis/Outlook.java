package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.Reuse;
import dev.cachewright.catalog.Money;
import java.util.Optional;
import java.util.OptionalInt;

/// What a cache of known rules does with a prompt, in the figures that are shown and priced.
///
/// @param reuse what a warm call reads of the static prefix, and where prefixes end
/// @param nextStep the length of the static prefix from which more is read; empty where more never is
/// @param next the forecast of the next call
/// @param uncachedCost input cost of the next call where nothing is cached; empty where the model has no price
/// @param series the forecast over all rows from a cold cache on
/// @param isTooFast whether the cadence is above what one cache key can take
public record Outlook(CacheRules rules, Reuse reuse, OptionalInt nextStep, CallForecast next,
        Optional<Money> uncachedCost, SeriesForecast series, boolean isTooFast) {

    /// Tokens of the static prefix that a warm call reads.
    public int cacheable() {
        return reuse.tokens();
    }
}
