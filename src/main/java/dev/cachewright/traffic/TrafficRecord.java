package dev.cachewright.traffic;

import dev.cachewright.session.Usage;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A recorded call: where it is, when and where it went, what its server reported, and the shape of its request.
///
/// @param at when it was sent; empty where the log does not say
/// @param answersAfter how long after the request its answer began; empty where the log does not say
/// @param conversation tells the conversations of a log apart; empty where it has none
/// @param shape of its request; empty where the log holds none, or not the text that was sent
/// @param body of the request as JSON; empty where there is no shape
/// @param isTextLost whether the log holds a request with other text than was sent: cut, or taken out
public record TrafficRecord(Place place, Optional<Instant> at, Optional<Duration> answersAfter, Route route,
        String conversation, Usage usage, Optional<RequestShape> shape, Optional<String> body,
        boolean isTextLost) {

    private static final Duration AT_ONCE = Duration.ofNanos(1);

    /// Where a call is in its log.
    ///
    /// @param line from 1 on
    public record Place(String file, long line) {

        /// `calls.jsonl:17`.
        public String words() {
            return file + ":" + line;
        }
    }

    /// Where a call went.
    ///
    /// @param host the server; empty where it is not known
    /// @param model as it was asked for
    /// @param key tells the keys of a log apart; never a key itself. Where it begins with `#` it is the server's own: what
    /// was stored with it is not read with another
    /// @param isElsewhere whether the server is known to be another than the vendor's own
    public record Route(String host, String model, String key, boolean isElsewhere) {

        /// Where the calls go that may read from each other: the server, and its key where that is known.
        String cache() {
            return key.startsWith("#") ? host + key : host;
        }
    }

    /// How long after the request its answer began, as far as that is known: calls of the same instant do not see each other.
    Duration untilAnswer() {
        return answersAfter.filter(time -> !time.isZero()).orElse(AT_ONCE);
    }

    TrafficRecord withoutBody() {
        return new TrafficRecord(place, at, answersAfter, route, conversation, usage, shape, Optional.empty(),
                isTextLost);
    }
}
