package dev.cachewright.analysis;

import dev.cachewright.catalog.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The forecast of calls that follow each other, beginning with a cold cache.
///
/// @param uncachedCost what the same calls cost where nothing is cached; empty where the model has no price
public record SeriesForecast(List<CallForecast> calls, Optional<Money> uncachedCost) {

    public SeriesForecast {
        calls = List.copyOf(calls);
    }

    /// The last call alone, which the others only came before.
    public SeriesForecast last() {
        return new SeriesForecast(List.of(calls.getLast()), Optional.empty());
    }

    public long input() {
        return calls.stream().mapToLong(call -> call.split().input()).sum();
    }

    public long cached() {
        return calls.stream().mapToLong(call -> call.split().cached()).sum();
    }

    /// The call after the first one that costs, or reads, as much as most: the middle one.
    public Optional<CallForecast> steady() {
        List<CallForecast> later = calls.stream().skip(1)
                .sorted(Comparator.comparingLong(call -> call.split().input() - call.split().cached())).toList();
        return later.isEmpty() ? Optional.empty() : Optional.of(later.get((later.size() - 1) / 2));
    }

    /// Cached tokens divided by input tokens, from 0 to 1.
    public double hitRate() {
        return input() == 0 ? 0 : (double) cached() / input();
    }

    /// The cost of all calls; empty where the model has no price.
    public Optional<Money> cost() {
        return calls.stream().map(CallForecast::cost).reduce(Optional.of(Money.ZERO),
                (sum, cost) -> sum.flatMap(money -> cost.map(money::plus)));
    }
}
