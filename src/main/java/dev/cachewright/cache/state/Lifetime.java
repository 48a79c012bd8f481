package dev.cachewright.cache.state;

import java.time.Duration;

/// How long what is stored is kept after its last use.
///
/// @param sure until then it is there
/// @param expected until then it is assumed to be there
/// @param most from then on it is gone for sure
public record Lifetime(Duration sure, Duration expected, Duration most) {

    /// OpenAI's `in_memory`: 5 to 10 minutes without use, an hour at most (guide, 2026-10).
    public static final Lifetime IN_MEMORY = new Lifetime(Duration.ofMinutes(5), Duration.ofMinutes(10),
            Duration.ofHours(1));
    /// OpenAI's `24h`: typically about 30 minutes, a day at most (guide, 2026-10).
    public static final Lifetime EXTENDED = new Lifetime(Duration.ofMinutes(30), Duration.ofHours(24),
            Duration.ofHours(24));
    /// Servers that keep what they have room for; when they run out of room is not modelled.
    public static final Lifetime UNTIL_EVICTED = exactly(Duration.ofDays(365));

    public static Lifetime exactly(Duration duration) {
        return new Lifetime(duration, duration, duration);
    }
}
