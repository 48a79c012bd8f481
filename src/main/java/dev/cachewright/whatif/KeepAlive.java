package dev.cachewright.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/// What it costs to keep a cache warm with pings, calls of the static prefix with next to no answer, against the misses
/// that it saves.
///
/// @param every so long after the last use a ping is sent: nine tenths of the lifetime
/// @param pings a day, over all caches
/// @param missesSaved a day: calls that would have been cold
/// @param cost of the pings, in dollars a day; empty where the model has no price
/// @param saved what the misses cost more than hits, in dollars a day
public record KeepAlive(Duration every, double pings, double missesSaved, Optional<BigDecimal> cost,
        Optional<BigDecimal> saved) {

    private static final int TENTHS = 10;
    private static final double MINUTES_A_DAY = 24 * 60.0;

    /// For these calls. A ping is taken for a warm call without the answer, which is at most too dear by the text after the
    /// prefix.
    public static KeepAlive of(Answer answer) {
        Duration every = answer.kept().multipliedBy(TENTHS - 1).dividedBy(TENTHS);
        Load load = answer.question().load();
        double calls = load.perMinute() * MINUTES_A_DAY;
        double pings = calls / load.together() * load.pingsBetween(every, answer.rules().callsAMinute());
        double misses = calls * answer.coldShare();
        Means means = answer.means();
        return new KeepAlive(every, pings, misses, means.warmCost().map(warm -> times(warm, pings)),
                means.coldCost().flatMap(cold -> means.warmCost().map(warm -> times(cold.subtract(warm), misses))));
    }

    private static BigDecimal times(BigDecimal cost, double count) {
        return cost.multiply(BigDecimal.valueOf(count), MathContext.DECIMAL64);
    }

    /// What is left of the savings, in dollars a day; negative where pings cost more than they save.
    public Optional<BigDecimal> gain() {
        return saved.flatMap(dollars -> cost.map(dollars::subtract));
    }
}
