package dev.cachewright.advice;

import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.catalog.Money;
import java.util.Optional;

/// What calls are forecast to read, write and cost.
///
/// @param calls how many are added up: all rows from a cold cache on, or one warm call where there are no rows
/// @param input all input tokens
/// @param cached of these, read from the cache
/// @param written of these, stored for a price of their own
/// @param cost of the input; empty where the model has no price
public record Expectation(int calls, long input, long cached, long written, Optional<Money> cost) {

    static Expectation of(SeriesForecast series) {
        return new Expectation(series.calls().size(), series.input(), series.cached(),
                series.calls().stream().mapToLong(call -> call.split().written()).sum(), series.cost());
    }

    /// Cached tokens divided by input tokens, from 0 to 1.
    public double hitRate() {
        return input == 0 ? 0 : (double) cached / input;
    }

    /// Cached tokens of a call, on the average.
    public long cachedPerCall() {
        return calls == 0 ? 0 : Math.round((double) cached / calls);
    }

    /// The cost of a call, on the average; empty where the model has no price.
    public Optional<Money> costPerCall() {
        return cost.map(all -> all.dividedBy(calls));
    }

    /// Whether it is better than another: cheaper, or with more read where neither has a price or both cost the same.
    public boolean isBetterThan(Expectation other) {
        int dearer = cost.flatMap(own -> other.cost.map(own::compareTo)).orElse(0);
        return dearer < 0 || dearer == 0 && cached > other.cached;
    }
}
