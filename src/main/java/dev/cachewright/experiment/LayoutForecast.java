package dev.cachewright.experiment;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What is forecast of one layout.
///
/// @param rows the requests of all rows, counted
/// @param series of its calls from a cold cache on; empty where the rules of the cache are not known
public record LayoutForecast(Layout layout, CountedRows rows, Optional<SeriesForecast> series) {

    /// The request of the first row.
    public CountedRequest first() {
        return rows.rows().getFirst();
    }

    /// Why its figures are no more than estimates, where they are.
    public Estimate estimate() {
        return destination().estimate(first());
    }

    private Destination destination() {
        return layout.destination();
    }

    /// The tokens of the first request.
    public TokenRange tokens() {
        return destination().inputOf(first());
    }

    /// The static prefix.
    public TokenRange prefix() {
        return estimate().range(rows.prefix().tokens());
    }

    /// The tokens that all calls together read from the cache.
    public OptionalLong cached() {
        return series.map(SeriesForecast::cached).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// From 0 to 1.
    public OptionalDouble hitRate() {
        return series.map(SeriesForecast::hitRate).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /// Of the input of all calls; empty where the model has no price.
    public Optional<Money> cost() {
        return series.flatMap(SeriesForecast::cost);
    }
}
