package dev.cachewright.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The clocks of a run: the time of day for records, a steady one for durations.
///
/// @param nanos a steady count of nanoseconds
public record Stopwatch(InstantSource instants, LongSupplier nanos) {

    public static Stopwatch system() {
        return new Stopwatch(InstantSource.system(), System::nanoTime);
    }

    public Instant now() {
        return instants.instant();
    }
}
