package dev.cachewright.run;

import dev.cachewright.analysis.Destination;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.Profile;
import java.time.Duration;
import java.util.List;

/// The calls to make: which rows, how fast, and where they go.
///
/// @param rows indices of the rows to call with, in order, repeats included
/// @param destination what holds where the calls go
public record RunPlan(Prompt prompt, Values values, List<Integer> rows, Pace pace, Profile profile,
        Destination destination) {

    public RunPlan {
        rows = List.copyOf(rows);
    }

    /// How calls follow each other.
    ///
    /// @param pause between the end of one call and the beginning of the next
    /// @param parallel how many calls are on their way at the same time, at least 1
    /// @param isStreamed whether answers are asked for as streams
    /// @param limits how long each call is waited for
    public record Pace(Duration pause, int parallel, boolean isStreamed, CallLimits limits) {

        /// Calls that are waited for as long as usual.
        public Pace(Duration pause, int parallel, boolean isStreamed) {
            this(pause, parallel, isStreamed, CallLimits.usual());
        }

        /// One streamed call after the other.
        public static Pace oneByOne(Duration pause) {
            return new Pace(pause, 1, true);
        }
    }
}
