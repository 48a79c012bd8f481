package dev.cachewright.run;

import dev.cachewright.provider.CallLimits;
import java.time.Duration;

/// How calls follow each other.
///
/// @param parallel how many calls are on their way at the same time, at least 1
/// @param isFirstAlone whether the first call ends before another begins: calls that are cold at the same time share
/// nothing
/// @param isStreamed whether answers are asked for as streams
/// @param limits how long each call is waited for
public record Pace(Spacing spacing, int parallel, boolean isFirstAlone, boolean isStreamed, CallLimits limits,
        Stops stops) {

    /// Calls that are waited for as long as usual.
    public Pace(Duration pause, int parallel, boolean isStreamed) {
        this(new Spacing.Pause(pause), parallel, false, isStreamed, CallLimits.usual(), Stops.usual());
    }

    /// One streamed call after the other.
    public static Pace oneByOne(Duration pause) {
        return new Pace(pause, 1, true);
    }

    public Pace withStops(Stops newStops) {
        return new Pace(spacing, parallel, isFirstAlone, isStreamed, limits, newStops);
    }
}
