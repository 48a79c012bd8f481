package dev.cachewright.provider.simulated.answer;

import java.io.InterruptedIOException;
import java.time.Duration;

/// How long answers take.
///
/// The first token waits for the tokens that are not read from the cache, so that a warm call is seen to be quicker.
/// The figures are of our own making, near what small hosted models show.
///
/// @param scale 1 for these figures, 0 for no waiting
public record Delays(double scale) {

    private static final double BASE_MILLIS = 120;
    private static final double MILLIS_PER_UNCACHED_TOKEN = 0.35;
    private static final double MOST_MILLIS = 2_500;
    private static final double MILLIS_PER_DELTA = 15;

    public Duration firstToken(long uncached) {
        return scaled(Math.min(MOST_MILLIS, BASE_MILLIS + MILLIS_PER_UNCACHED_TOKEN * uncached));
    }

    public Duration deltas(int count) {
        return scaled(MILLIS_PER_DELTA * count);
    }

    /// Waits until `duration` after `start`: the time that counting took is part of it.
    ///
    /// @param start in the count of [System#nanoTime]
    public static void pauseFrom(long start, Duration duration) throws InterruptedIOException {
        pause(duration.minusNanos(System.nanoTime() - start));
    }

    public static void pause(Duration duration) throws InterruptedIOException {
        if (duration.isZero() || duration.isNegative()) {
            return;
        }
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }

    private Duration scaled(double millis) {
        return Duration.ofNanos(Math.round(millis * scale * 1_000_000));
    }
}
