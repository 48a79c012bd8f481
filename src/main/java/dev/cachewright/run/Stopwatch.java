package dev.cachewright.run;

import dev.cachewright.provider.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The clocks of a run: the time of day for records, a steady one for durations, and the wait between calls.
///
/// @param nanos a steady count of nanoseconds
public record Stopwatch(InstantSource instants, LongSupplier nanos, Waiting waiting) {

    public static Stopwatch system() {
        return new Stopwatch(InstantSource.system(), System::nanoTime, Pause::sleep);
    }

    public Instant now() {
        return instants.instant();
    }

    /// Waits between calls.
    public interface Waiting {

        /// Waits for `duration`, less when the run is cancelled.
        ///
        /// @return whether the run goes on
        boolean wait(Duration duration, Cancellation cancellation);
    }
}
