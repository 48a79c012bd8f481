package dev.cachewright.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Reply;
import dev.cachewright.provider.wire.AnswerReader;
import dev.cachewright.provider.wire.Failures;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads Responses. Refusals are text; a tool call is shown as its name and arguments.
final class ResponsesReader implements AnswerReader {

    private final Failures failures;
    private boolean hasBegun;

    ResponsesReader(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Optional<CallEvent.End> event(JsonNode event, String json, Consumer<CallEvent> deltas) {
        hasBegun |= event.path("type").asText("").startsWith("response.");
        switch (event.path("type").asText("")) {
            case "response.output_text.delta", "response.refusal.delta", "response.function_call_arguments.delta" ->
                AnswerReader.delta(event.path("delta").asText(""), deltas);
            case "response.output_item.added" -> AnswerReader.delta(event.path("item").path("name").asText(""), deltas);
            case "response.completed", "response.incomplete", "response.failed" -> {
                return Optional.of(end(event.path("response"), RawJson.fields(json).getOrDefault("response", "{}")));
            }
            case "error" -> {
                return Optional.of(failures.inStream(json));
            }
            default -> {
                return event.hasNonNull("error") ? Optional.of(failures.inStream(json)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<CallEvent.End> atEndOfStream() {
        return Optional.empty();
    }

    @Override
    public CallEvent.End whole(JsonNode answer, String json, Consumer<CallEvent> deltas) {
        for (JsonNode item : answer.path("output")) {
            AnswerReader.delta(item.path("name").asText(""), deltas);
            AnswerReader.delta(item.path("arguments").asText(""), deltas);
            for (JsonNode part : item.path("content")) {
                AnswerReader.delta(part.path("text").asText(""), deltas);
                AnswerReader.delta(part.path("refusal").asText(""), deltas);
            }
        }
        return end(answer, json);
    }

    @Override
    public boolean hasBegun() {
        return hasBegun;
    }

    @Override
    public String usage() {
        // It comes with the end alone.
        return "";
    }

    private CallEvent.End end(JsonNode response, String json) {
        String status = response.path("status").asText("");
        if (response.hasNonNull("error") || status.equals("failed")) {
            return failures.inStream(json);
        }
        if (status.isEmpty() && !response.has("output")) {
            throw AnswerReader.noAnswer();
        }
        String reason = response.path("incomplete_details").path("reason").asText("");
        return new CallEvent.Completed(reason.isEmpty() ? status : reason,
                AnswerReader.fieldIn(response, json, "usage", ""), new Reply(response.path("id").asText(""),
                        AnswerReader.fieldIn(response, json, "output", ""),
                        AnswerReader.fieldIn(response, json, "prompt_cache_diagnostics", "")));
    }
}
