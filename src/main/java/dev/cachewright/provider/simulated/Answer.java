package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What the server says to one request.
///
/// @param request the body that is answered
/// @param deltas the text in the pieces in which it is streamed
/// @param isCut whether the text ends because of the token limit
record Answer(Head head, JsonNode request, List<String> deltas, boolean isCut, CacheAccount.InputUse input,
        int outputTokens) {

    Answer {
        deltas = List.copyOf(deltas);
    }

    String text() {
        return String.join("", deltas);
    }

    boolean isStreamed() {
        return request.path("stream").asBoolean(false);
    }

    /// @param id without the prefix of its endpoint
    /// @param created in seconds since 1970
    record Head(String id, long created, String model) {
    }
}
