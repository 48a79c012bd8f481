package dev.cachewright.format.log;

import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One call of a log. What the log does not say is empty, and never 0.
///
/// @param form the kind of log in a word, as reports have it: `litellm`, `har`, `claude-code`
/// @param at when it was sent, as far as the log tells that from when it was answered
/// @param body the request as JSON; empty where the log holds none
/// @param isRebuilt whether the body was put together from its parts, or freed of a key, so that its bytes are not those
/// that were sent
/// @param isAscii whether the body is known to have no other characters
/// @param conversation what calls that follow each other share; empty where the log does not say
/// @param id of the call or its answer; empty where it has none
public record TrafficCall(LogPlace place, String form, Optional<Instant> at, Optional<Duration> firstToken,
        Optional<Duration> total, CallRoute route, Optional<String> body, boolean isRebuilt, boolean isAscii,
        Usage usage, String conversation, String id) {

    /// A call whose body, where there is one, is what was sent.
    public TrafficCall(LogPlace place, String form, Optional<Instant> at, Optional<Duration> firstToken,
            Optional<Duration> total, CallRoute route, Optional<String> body, Usage usage, String conversation,
            String id) {
        this(place, form, at, firstToken, total, route, body, false, false, usage, conversation, id);
    }
}
