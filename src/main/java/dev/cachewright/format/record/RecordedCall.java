package dev.cachewright.format.record;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.session.Usage;
import java.time.Instant;
import java.util.Optional;

/// A request that was sent, and what its server reported.
///
/// Read from lines of JSON ([RecordedCalls]): `{at, endpoint, model, request, usage}`, of which only the request is
/// needed; a line of the Batch API, `{custom_id, method, url, body}`; or a bare request body.
///
/// @param at when it was sent
/// @param host the server it was sent to; empty where it was not recorded
public record RecordedCall(Optional<Instant> at, Prompt prompt, Usage usage, String host) {

    private static final String ANTHROPIC = "api.anthropic.com";

    /// Whether it is known to have been sent to another server than Anthropic's.
    public boolean isElsewhere() {
        return !host.isEmpty() && !host.equals(ANTHROPIC);
    }
}
