package dev.cachewright.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalInt;

/// When caching is worth its price, in multiples of what input costs.
///
/// Source: the economics of OpenAI's prompt caching guide (2026-10): one write and one read cost 1.35 instead of 2, one
/// write and nine reads 2.15 instead of 10.
///
/// @param write what a written token costs; 1 where writing is free, since it is input then
/// @param read what a cached token costs
public record Economy(double write, double read) {

    /// @param ttl the lifetime that is written for; the default one where it has no price
    public static Economy of(Rates rates, String ttl) {
        return new Economy(multiple(rates.writeOf(ttl), rates.input()),
                multiple(rates.cacheRead().orElse(rates.input()), rates.input()));
    }

    private static double multiple(TokenPrice price, TokenPrice input) {
        BigDecimal base = input.dollarsPerMillion();
        return base.signum() == 0 ? 1 : price.dollarsPerMillion().divide(base, MathContext.DECIMAL64).doubleValue();
    }

    /// What `calls` calls with the same prefix cost, the first of which writes it.
    public double costOf(int calls) {
        return write + (calls - 1) * read;
    }

    /// From how many calls with the same prefix on they cost less than without a cache; empty where they never do.
    public OptionalInt paysFrom() {
        return read < 1 ? OptionalInt.of((int) Math.floor((write - read) / (1 - read)) + 1) : OptionalInt.empty();
    }

    /// The share of input that must be read, of what is read or written, for caching to break even; 0 where writing is
    /// free.
    public double breakEvenHitRate() {
        return write <= 1 ? 0 : (1 - write) / (read - write);
    }

    /// From how many calls on it pays to pad a prefix of `length` tokens to the threshold; empty where it never does.
    public OptionalInt callsToPad(int length, int threshold) {
        double gain = (double) length / threshold - read;
        return gain > 0 ? OptionalInt.of((int) Math.floor((write - read) / gain) + 1) : OptionalInt.empty();
    }
}
