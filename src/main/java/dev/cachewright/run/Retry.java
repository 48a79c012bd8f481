package dev.cachewright.run;

import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// How long is waited before a call is sent again that the server was too busy for, or that broke off before an answer.
final class Retry {

    /// A server that asks for more is not waited for: its user decides.
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /// Where the server does not say how long: twice as long each time, up to a minute.
    private static final int FIRST_SECONDS = 5;
    private static final int MOST_SECONDS = 60;
    private static final int DOUBLINGS = 4;
    private static final Set<Failure.Kind> PASSING = Set.of(Failure.Kind.RATE_LIMITED, Failure.Kind.SERVER_ERROR,
            Failure.Kind.SERVER_TIMEOUT, Failure.Kind.BROKEN_OFF);

    private Retry() {
    }

    /// How long to wait after a call that ended like this; empty where it is not sent again.
    ///
    /// @param tries how often it may still be
    /// @param made how often it was
    /// @param hasText whether some of an answer has arrived
    static Optional<Duration> after(CallResult result, int tries, int made, boolean hasText) {
        if (tries <= made || hasText || !(result instanceof CallResult.Failed(Failure failure))) {
            return Optional.empty();
        }
        return failure instanceof Failure.Known known && PASSING.contains(known.kind())
                ? Optional.of(wait(known, made)).filter(time -> time.compareTo(LONGEST) <= 0)
                : Optional.empty();
    }

    private static Duration wait(Failure.Known failure, int made) {
        return failure.retryAfterSeconds() > 0
                ? Duration.ofSeconds(failure.retryAfterSeconds())
                : Duration.ofSeconds(Math.min(MOST_SECONDS, (long) FIRST_SECONDS << Math.min(made, DOUBLINGS)));
    }

    /// Rounded up; 0 where nothing is left.
    static long wholeSeconds(Duration time) {
        return time.isPositive() ? time.plusSeconds(1).minusNanos(1).toSeconds() : 0;
    }
}
