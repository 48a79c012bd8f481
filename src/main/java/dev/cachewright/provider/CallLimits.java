package dev.cachewright.provider;

import java.time.Duration;

/// How long a call is waited for. To connect may take ten seconds.
///
/// @param silence the longest time without a piece of the answer after the first one; what keeps a connection alive
/// without saying anything does not count
/// @param whole the longest time from the sending to the end, and so to the first piece: a local model may think for
/// minutes over a long cold prompt
public record CallLimits(Duration silence, Duration whole) {

    private static final CallLimits USUAL = new CallLimits(Duration.ofMinutes(5), Duration.ofMinutes(15));

    /// Five minutes of silence, fifteen minutes in all.
    public static CallLimits usual() {
        return USUAL;
    }

    /// As usual, but for a call that may take `whole`.
    public static CallLimits within(Duration whole) {
        return new CallLimits(USUAL.silence.compareTo(whole) < 0 ? USUAL.silence : whole, whole);
    }
}
