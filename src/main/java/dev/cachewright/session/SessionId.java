package dev.cachewright.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The ids of sessions: the time at which they began in UTC, so that their order is that of time.
public final class SessionId {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS")
            .withZone(ZoneOffset.UTC);

    private SessionId() {
    }

    /// The id of a session that begins at `now`.
    ///
    /// @param process its number: two that begin within the same millisecond are two sessions
    public static String at(Instant now, long process) {
        return FORM.format(now) + "-" + Long.toString(process, Character.MAX_RADIX);
    }
}
