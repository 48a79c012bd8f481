package dev.cachewright.analysis;

import java.time.Duration;
import java.util.OptionalInt;

/// How calls follow each other.
///
/// @param every from the beginning of one call, or of calls that are sent together, to the next
/// @param parallel how many calls are sent together, from 1 on
/// @param pauseAfter after how many calls there is a pause; 0 for none
/// @param pause its length, added to `every`
public record Cadence(Duration every, int parallel, int pauseAfter, Duration pause) {

    private static final double SECONDS_A_MINUTE = 60;
    private static final double NANOS = 1e9;

    /// @throws IllegalArgumentException where a figure is below its least
    public Cadence {
        if (every.isNegative() || parallel < 1 || pauseAfter < 0 || pause.isNegative()) {
            throw new IllegalArgumentException(every + ", " + parallel + ", " + pauseAfter + ", " + pause);
        }
    }

    /// One call after the other without pauses.
    public static Cadence every(Duration every) {
        return new Cadence(every, 1, 0, Duration.ZERO);
    }

    /// How long after the first call the one with this index is sent.
    public Duration offsetOf(int index) {
        Duration paused = pauseAfter == 0 ? Duration.ZERO : pause.multipliedBy(index / pauseAfter);
        return every.multipliedBy(index / parallel).plus(paused);
    }

    /// Whether it is faster than `limit` calls a minute; never where there is no limit.
    public boolean isAbove(OptionalInt limit) {
        return limit.isPresent() && callsAMinute() > limit.getAsInt();
    }

    /// Calls a minute while there is no pause; infinite where they are all sent at once.
    public double callsAMinute() {
        return parallel * SECONDS_A_MINUTE / (every.toSeconds() + every.getNano() / NANOS);
    }
}
