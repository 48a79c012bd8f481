package dev.cachewright.run;

import dev.cachewright.catalog.Money;
import java.util.Optional;

/// What ends a series before its last call, and what does not.
///
/// @param failures after how many failed calls it ends, at least 1; with 1, a single odd answer does not end it, and two
/// in a row do
/// @param spending the money it may cost; empty for any
/// @param tries how often a call is sent again where the server is busy or broke off before it answered
/// @param outputLimit tokens of the longest answer, where the prompt sets no limit
public record Stops(int failures, Optional<Money> spending, int tries, int outputLimit) {

    /// The first failure ends it, and no call is sent twice.
    public static Stops usual() {
        return new Stops(1, Optional.empty(), 0, OutputLimit.USUAL);
    }

    public Stops withOutputLimit(int tokens) {
        return new Stops(failures, spending, tries, tokens);
    }

    public Stops withTries(int newTries) {
        return new Stops(failures, spending, newTries, outputLimit);
    }
}
