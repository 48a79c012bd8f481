package dev.cachewright.experiment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What two layouts are compared by.
public enum Measure {

    /// The cost of the input of a call, in US dollars.
    COST(arm -> arm.costs().stream().map(cost -> cost.map(money -> BigDecimal.valueOf(money.picoDollars(), 12)))
            .toList()),

    /// The time from the beginning of a call to the first text of its answer, in milliseconds.
    FIRST_TOKEN(arm -> arm.firstTokens().stream().map(time -> time.map(Measure::millis)).toList());

    private final Function<Arm, List<Optional<BigDecimal>>> reading;

    Measure(Function<Arm, List<Optional<BigDecimal>>> reading) {
        this.reading = reading;
    }

    /// Of each call of an arm, exact; empty where it is not known.
    List<Optional<BigDecimal>> of(Arm arm) {
        return reading.apply(arm);
    }

    private static BigDecimal millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6);
    }
}
