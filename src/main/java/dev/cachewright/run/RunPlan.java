package dev.cachewright.run;

import dev.cachewright.analysis.Destination;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import java.util.List;

/// The calls to make: which rows, how fast, and where they go.
///
/// @param order which rows to call with
/// @param destination what holds where the calls go
public record RunPlan(Prompt prompt, Values values, CallOrder order, Pace pace, Profile profile,
        Destination destination) {

    /// The same calls where this holds.
    public RunPlan to(Destination other) {
        return new RunPlan(prompt, values, order, pace, profile, other);
    }

    /// Calls with these rows, repeats included, and none for control.
    public RunPlan(Prompt prompt, Values values, List<Integer> rows, Pace pace, Profile profile,
            Destination destination) {
        this(prompt, values, CallOrder.of(rows), pace, profile, destination);
    }
}
