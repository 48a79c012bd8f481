package dev.cachewright.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Reply;
import dev.cachewright.provider.wire.AnswerReader;
import dev.cachewright.provider.wire.Failures;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads Chat Completions. Refusals are text; a tool call is shown as its name and arguments.
final class ChatReader implements AnswerReader {

    private static final String TIMINGS = "timings";

    private final Failures failures;
    private final ChatMessage message = new ChatMessage();
    private String finishReason = "";
    private String usage = "";
    private String id = "";
    private String diagnosis = "";

    ChatReader(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Optional<CallEvent.End> event(JsonNode event, String json, Consumer<CallEvent> deltas) {
        if (event.hasNonNull("error")) {
            return Optional.of(failures.inStream(json));
        }
        JsonNode choice = event.path("choices").path(0);
        read(choice.path("delta"), deltas);
        message.add(choice.path("delta"));
        finishReason = choice.path("finish_reason").asText(finishReason);
        readRest(event, json);
        return Optional.empty();
    }

    @Override
    public Optional<CallEvent.End> atEndOfStream() {
        return finishReason.isEmpty()
                ? Optional.empty()
                : Optional.of(new CallEvent.Completed(finishReason, usage,
                        new Reply(id, "[" + message.json() + "]", diagnosis)));
    }

    @Override
    public CallEvent.End whole(JsonNode answer, String json, Consumer<CallEvent> deltas) {
        if (answer.hasNonNull("error")) {
            return failures.inStream(json);
        }
        JsonNode choice = answer.path("choices").path(0);
        if (!choice.isObject()) {
            throw AnswerReader.noAnswer();
        }
        read(choice.path("message"), deltas);
        readRest(answer, json);
        String exact = choice.path("message").isObject()
                ? "[" + RawJson.fields(RawJson.elements(RawJson.fields(json).get("choices")).getFirst()).get("message")
                        + "]"
                : "";
        return new CallEvent.Completed(choice.path("finish_reason").asText(""), usage,
                new Reply(id, exact, diagnosis));
    }

    @Override
    public boolean hasBegun() {
        return !id.isEmpty() || !finishReason.isEmpty();
    }

    @Override
    public String usage() {
        return usage;
    }

    private void readRest(JsonNode node, String json) {
        usage = AnswerReader.fieldIn(node, json, "usage", usage);
        if (node.path(TIMINGS).has("cache_n") && !node.path("usage").has("prompt_tokens_details")) {
            // Older llama.cpp says there what it read, and nothing of it in its usage.
            usage = AnswerReader.fieldIn(node, json, TIMINGS, usage);
        }
        diagnosis = AnswerReader.fieldIn(node, json, "prompt_cache_diagnostics", diagnosis);
        id = node.path("id").asText(id);
    }

    private static void read(JsonNode message, Consumer<CallEvent> deltas) {
        AnswerReader.delta(message.path("content").asText(""), deltas);
        AnswerReader.delta(message.path("refusal").asText(""), deltas);
        for (JsonNode call : message.path("tool_calls")) {
            AnswerReader.delta(call.path("function").path("name").asText(""), deltas);
            AnswerReader.delta(call.path("function").path("arguments").asText(""), deltas);
        }
    }
}
