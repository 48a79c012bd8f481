package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.Money;
import java.util.Optional;
import java.util.OptionalInt;

/// What a cache of known rules does with a prompt, in the figures that are shown and priced.
///
/// @param cacheable tokens of the static prefix that a warm call reads
/// @param nextStep the length of the static prefix from which more is read; empty where more never is
/// @param next the forecast of the next call
/// @param uncachedCost input cost of the next call where nothing is cached; empty where the model has no price
/// @param series the forecast over all rows from a cold cache on
public record Outlook(CacheRules rules, int cacheable, OptionalInt nextStep, CallForecast next,
        Optional<Money> uncachedCost, SeriesForecast series) {
}
