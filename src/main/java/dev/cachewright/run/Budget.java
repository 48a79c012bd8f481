package dev.cachewright.run;

import dev.cachewright.catalog.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a run has cost, and what its calls on their way can cost at most.
///
/// Not safe for several threads.
final class Budget {

    private final Optional<Money> limit;
    /// By the index of the call.
    private final Map<Integer, Money> underWay = new HashMap<>();
    private Money spent = Money.ZERO;

    Budget(Optional<Money> limit) {
        this.limit = limit;
    }

    /// Whether a call that can cost so much is within the limit; where it has no price, nothing is.
    boolean allows(Optional<Money> most) {
        return limit.isEmpty() || most.map(committed()::plus)
                .filter(total -> total.compareTo(limit.get()) <= 0).isPresent();
    }

    void begin(int index, Optional<Money> most) {
        most.ifPresent(money -> underWay.put(index, money));
    }

    /// @param cost as billed; empty where it is not known, so that the most stands
    void end(int index, Optional<Money> cost) {
        Money most = Optional.ofNullable(underWay.remove(index)).orElse(Money.ZERO);
        spent = spent.plus(cost.orElse(most));
    }

    RunEvent.SpendingReached reached() {
        return new RunEvent.SpendingReached(committed(), limit.orElseThrow());
    }

    private Money committed() {
        return underWay.values().stream().reduce(spent, Money::plus);
    }
}
