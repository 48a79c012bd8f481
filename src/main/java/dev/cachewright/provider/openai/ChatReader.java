package dev.cachewright.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.provider.CallEvent;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads Chat Completions. Refusals are text; a tool call is shown as its name and arguments.
final class ChatReader implements AnswerReader {

    private final Failures failures;
    private String finishReason = "";
    private String usage = "";

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
        finishReason = choice.path("finish_reason").asText(finishReason);
        String reported = AnswerReader.usageIn(event, json);
        usage = reported.isEmpty() ? usage : reported;
        return Optional.empty();
    }

    @Override
    public Optional<CallEvent.End> atEndOfStream() {
        return finishReason.isEmpty() ? Optional.empty() : Optional.of(new CallEvent.Completed(finishReason, usage));
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
        return new CallEvent.Completed(choice.path("finish_reason").asText(""), AnswerReader.usageIn(answer, json));
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
