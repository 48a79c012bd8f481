package dev.cachewright.experiment;

import dev.cachewright.catalog.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One layout in an experiment, with what was measured of its calls: one call a round, so that the places of two arms
/// are pairs.
///
/// @param name what people call it
/// @param costs of the input; empty where it is not known, such as of a call that failed
/// @param firstTokens times to the first token; empty where none came
public record Arm(String name, List<Optional<Money>> costs, List<Optional<Duration>> firstTokens) {

    public Arm {
        costs = List.copyOf(costs);
        firstTokens = List.copyOf(firstTokens);
    }
}
