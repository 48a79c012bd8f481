package dev.cachewright.format.file;

import dev.cachewright.catalog.Money;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the team behind a prompt asks of its caching. Each part is empty where nothing is asked.
///
/// @param staticPrefix the least tokens that all rows share at their beginning
/// @param hitRate the least share of the input that is read from the cache, from 0 to 1
/// @param costPerCall the most that the input of a call costs
public record Budget(OptionalInt staticPrefix, OptionalDouble hitRate, Optional<Money> costPerCall) {

    private static final Budget NONE = new Budget(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());

    public static Budget none() {
        return NONE;
    }

    /// This budget, and that of `other` where this one asks for nothing.
    public Budget or(Budget other) {
        return new Budget(staticPrefix.isPresent() ? staticPrefix : other.staticPrefix,
                hitRate.isPresent() ? hitRate : other.hitRate, costPerCall.or(() -> other.costPerCall));
    }
}
