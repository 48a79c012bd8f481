package dev.cachewright.format.record;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request that was sent, and what its server reported.
///
/// Read from records of JSON ([RecordedCalls]): `{at, endpoint, model, request, usage}`, of which only the request is
/// needed, or what other programs write for these ([Envelope]); a line of a Batch API, `{custom_id, method, url, body}`
/// or `{custom_id, params}`; or a bare request body.
///
/// @param at when it was sent
/// @param host the server it was sent to; empty where it was not recorded
/// @param line where it begins in its file, from 1 on
/// @param answersAfter how long after the request its answer began
public record RecordedCall(Optional<Instant> at, Prompt prompt, Usage usage, String host, int line,
        Optional<Duration> answersAfter) {

    /// Whether it is known to have been sent to another server than Anthropic's.
    public boolean isElsewhere() {
        return Endpoint.isElsewhere(host);
    }
}
