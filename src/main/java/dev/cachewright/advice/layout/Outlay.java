package dev.cachewright.advice.layout;

import dev.cachewright.advice.Expectation;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import java.util.Comparator;
import java.util.Optional;

/// What the calls of one layout read, write and cost.
///
/// @param cost empty where the model has no price
record Outlay(long input, long cached, long written, Optional<Money> cost) {

    /// The cheaper one first; where there is no price, or it is the same, the one that reads more.
    static final Comparator<Outlay> CHEAPEST = Comparator
            .<Outlay, Long>comparing(outlay -> outlay.cost.map(Money::picoDollars).orElse(0L))
            .thenComparing(outlay -> -outlay.cached);

    static final Outlay NOTHING = new Outlay(0, 0, 0, Optional.of(Money.ZERO));

    Outlay plus(InputSplit split, Optional<Money> price) {
        return new Outlay(input + split.input(), cached + split.cached(), written + split.written(),
                cost.flatMap(sum -> price.map(sum::plus)));
    }

    /// @param calls how many were added up
    Expectation expectation(int calls) {
        return new Expectation(calls, input, cached, written, cost);
    }

    boolean isBetterThan(Outlay other) {
        return CHEAPEST.compare(this, other) < 0;
    }
}
