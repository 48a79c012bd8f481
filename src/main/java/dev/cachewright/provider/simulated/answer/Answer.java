package dev.cachewright.provider.simulated.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.provider.simulated.answer.CacheAccount.InputUse;
import java.util.List;

/// What the server says to one request.
///
/// @param request the body that is answered
/// @param deltas the text in the pieces in which it is streamed
/// @param isCut whether the text ends because of the token limit
public record Answer(Head head, JsonNode request, List<String> deltas, boolean isCut, InputUse input,
        int outputTokens) {

    public Answer {
        deltas = List.copyOf(deltas);
    }

    public String text() {
        return String.join("", deltas);
    }

    public boolean isStreamed() {
        return request.path("stream").asBoolean(false);
    }

    /// The same answer in other words.
    public Answer saying(List<String> words) {
        return new Answer(head, request, words, isCut, input, outputTokens);
    }

    /// @param id without the prefix of its endpoint
    /// @param created in seconds since 1970
    public record Head(String id, long created, String model) {
    }
}
