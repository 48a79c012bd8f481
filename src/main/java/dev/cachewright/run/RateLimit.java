package dev.cachewright.run;

import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import java.time.Duration;
import java.util.Optional;

/// How long a call that met a rate limit is waited for before it is sent again.
final class RateLimit {

    /// A server that asks for more is not waited for: its user decides.
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_WAITS = 10;
    /// Where the server does not say how long: twice as long each time, up to a minute.
    private static final int FIRST_SECONDS = 5;
    private static final int MOST_SECONDS = 60;
    private static final int DOUBLINGS = 4;

    private RateLimit() {
    }

    /// How long to wait after a call that ended like this.
    ///
    /// @param waits how often the call was waited for before
    /// @return empty where it is not sent again
    static Optional<Duration> asksFor(CallResult result, int waits) {
        boolean isLimited = waits < MOST_WAITS && result instanceof CallResult.Failed(String text, Failure failure)
                && text.isEmpty() && failure instanceof Failure.Known known
                && known.kind() == Failure.Kind.RATE_LIMITED;
        return isLimited
                ? Optional.of(wait((Failure.Known) ((CallResult.Failed) result).failure(), waits))
                        .filter(time -> time.compareTo(LONGEST) <= 0)
                : Optional.empty();
    }

    private static Duration wait(Failure.Known failure, int waits) {
        return failure.retryAfterSeconds() > 0
                ? Duration.ofSeconds(failure.retryAfterSeconds())
                : Duration.ofSeconds(Math.min(MOST_SECONDS, (long) FIRST_SECONDS << Math.min(waits, DOUBLINGS)));
    }

    /// Rounded up; 0 where nothing is left.
    static long wholeSeconds(Duration time) {
        return time.isPositive() ? time.plusSeconds(1).minusNanos(1).toSeconds() : 0;
    }
}
