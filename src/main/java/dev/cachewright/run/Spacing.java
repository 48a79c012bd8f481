package dev.cachewright.run;

import java.time.Duration;
import java.util.SplittableRandom;

/// The time between calls.
public sealed interface Spacing {

    /// A pause between the end of a call and the beginning of the next.
    record Pause(Duration pause) implements Spacing {
    }

    /// Calls that begin at a rate, whatever the answers take, as long as not too many are on their way.
    ///
    /// @param calls a minute, above 0
    /// @param jitter how far each may begin from its time, in parts of the time between two; 0 to 1
    /// @param seed of the jitter: the same one gives the same times
    record PerMinute(double calls, double jitter, long seed) implements Spacing {

        private static final double MINUTE = 60e9;

        /// When the call with this index begins, from the beginning of the run.
        Duration due(int index) {
            if (index == 0) {
                return Duration.ZERO;
            }
            double interval = MINUTE / calls;
            double away = jitter * (new SplittableRandom(seed + index).nextDouble() - 0.5);
            return Duration.ofNanos(Math.round(interval * (index + away)));
        }
    }
}
