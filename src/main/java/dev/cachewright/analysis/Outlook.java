package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.Reuse;
import dev.cachewright.catalog.Economy;
import dev.cachewright.catalog.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// What a prompt reads and writes under known cache rules, in the figures that are shown and priced.
///
/// @param at when the next call is assumed to be made
/// @param reuse what a warm call reads of the static prefix, and where prefixes end
/// @param nextStep the length of the static prefix from which more is read; empty where that never happens
/// @param next the forecast of the next call
/// @param coldCost input cost of the next call where the cache has gone cold, with what it writes; empty where the model
/// has no price
/// @param uncachedCost input cost of the next call where nothing is cached; empty where the model has no price
/// @param economy when caching is worth its price; empty where the model has none
/// @param series the forecast over all rows from a cold cache on
/// @param cadence at which the calls of the series follow each other
public record Outlook(Instant at, CacheRules rules, Reuse reuse, OptionalInt nextStep, CallForecast next,
        Optional<Money> coldCost, Optional<Money> uncachedCost, Optional<Economy> economy, SeriesForecast series,
        Cadence cadence) {

    /// Tokens of the static prefix that a warm call reads.
    public int cacheable() {
        return reuse.tokens();
    }

    /// Whether the cadence is above what one cache key can serve.
    public boolean isTooFast() {
        return cadence.isAbove(rules.callsAMinute());
    }
}
