package dev.cachewright.experiment;

import java.util.List;
import java.util.Optional;

/// What was measured in an experiment, of which nothing is left out but the round that warmed the caches.
///
/// @param arms the layouts, the one that the others are compared with first
/// @param control calls of the first layout whose first token was another in each, so that nothing was read
/// @param rounds how many were measured; a round that was broken off is one of them
public record Outcome(List<Arm> arms, Arm control, int rounds) {

    public Outcome {
        arms = List.copyOf(arms);
    }

    /// Each layout but the first, against the first.
    public List<Finding> betweenLayouts(Measure measure) {
        return arms.stream().skip(1).map(arm -> Finding.of(measure, arms.getFirst(), arm)).toList();
    }

    /// Each layout against the control: what the cache does for it.
    public List<Finding> againstControl(Measure measure) {
        return arms.stream().map(arm -> Finding.of(measure, control, arm)).toList();
    }

    /// The layout of which it was found that it takes less than each of the others; empty where there is none.
    public Optional<String> best(Measure measure) {
        return arms.stream().filter(arm -> arms.stream().filter(other -> other != arm)
                .allMatch(other -> Finding.of(measure, other, arm).better().equals(Optional.of(arm.name()))))
                .map(Arm::name).findFirst();
    }
}
