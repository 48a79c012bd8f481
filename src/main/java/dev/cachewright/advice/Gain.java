package dev.cachewright.advice;

import dev.cachewright.catalog.Money;
import java.util.Optional;

/// What a change brings: the forecast without and with it.
public record Gain(Expectation before, Expectation after) {

    /// Nothing that the forecast shows.
    static Gain none(Expectation now) {
        return new Gain(now, now);
    }

    /// Tokens that a call reads more from the cache, on the average.
    public long cachedTokens() {
        return after.cachedPerCall() - before.cachedPerCall();
    }

    /// What a call costs less, on the average; empty where the model has no price.
    public Optional<Money> costPerCall() {
        return before.costPerCall().flatMap(old -> after.costPerCall().map(old::minus));
    }

    /// By how much the hit rate grows.
    public double hitRate() {
        return after.hitRate() - before.hitRate();
    }

    /// How much it is beside the whole, from 0 to 1: of the cost, or of the input where the model has no price.
    double weight() {
        return before.cost().isPresent() ? share() : hitRate();
    }

    /// Whether the forecast is better with the change.
    public boolean isGain() {
        return after.isBetterThan(before);
    }

    /// Whether the forecast is worse with the change.
    public boolean isLoss() {
        return before.isBetterThan(after);
    }

    /// Of the cost before, how much is saved, from 0 to 1; less than 0 where it gets dearer.
    public double share() {
        long old = before.cost().map(Money::picoDollars).orElse(0L);
        long now = after.cost().map(Money::picoDollars).orElse(old);
        return old == 0 ? 0 : (double) (old - now) / old;
    }
}
