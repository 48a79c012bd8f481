package dev.cachewright.run;

import dev.cachewright.catalog.Money;
import java.util.Optional;

/// What a run has cost, and what the calls on their way are likely to: the input as forecast until the server has
/// reported what it read.
///
/// Not safe for several threads.
final class Budget {

    private final Optional<Money> limit;
    private Money spent = Money.ZERO;

    Budget(Optional<Money> limit) {
        this.limit = limit;
    }

    /// Whether a call with this forecast is within the limit; where it has no price, nothing is.
    boolean allows(Optional<Money> forecast) {
        return limit.isEmpty() || forecast.map(spent::plus)
                .filter(total -> total.picoDollars() <= limit.get().picoDollars()).isPresent();
    }

    void begin(Optional<Money> forecast) {
        spent = spent.plus(forecast.orElse(Money.ZERO));
    }

    /// @param forecast that the call was begun with
    /// @param cost as billed; empty where it is not known, so that the forecast stands
    void end(Optional<Money> forecast, Optional<Money> cost) {
        if (cost.isPresent()) {
            spent = spent.minus(forecast.orElse(Money.ZERO)).plus(cost.get());
        }
    }

    /// A call that never reached the cache.
    void giveBack(Optional<Money> forecast) {
        spent = spent.minus(forecast.orElse(Money.ZERO));
    }

    RunEvent.SpendingReached reached() {
        return new RunEvent.SpendingReached(spent, limit.orElseThrow());
    }
}
