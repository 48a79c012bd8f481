package dev.cachewright.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Reply;
import dev.cachewright.provider.wire.AnswerReader;
import dev.cachewright.provider.wire.Failures;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Reads Messages. A tool call is shown as its name and input; thinking is kept and not shown.
final class MessagesReader implements AnswerReader {

    private final Failures failures;
    private final MessageContent content = new MessageContent();
    /// What the start of a stream reports and what its end does: the end repeats counts or leaves them out.
    private final SequencedMap<String, String> usage = new LinkedHashMap<>();
    /// A usage that is no object, as it came.
    private String odd = "";
    private String id = "";
    private String diagnosis = "";
    private String stopReason = "";

    MessagesReader(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Optional<CallEvent.End> event(JsonNode event, String json, Consumer<CallEvent> deltas) {
        switch (event.path("type").asText("")) {
            case "message_start" -> readHead(event.path("message"), RawJson.fields(json).getOrDefault("message", "{}"));
            case "content_block_start" -> {
                content.start(event.path("index").asInt(), RawJson.fields(json).getOrDefault("content_block", "{}"));
                show(event.path("content_block"), deltas);
            }
            case "content_block_delta" -> {
                JsonNode delta = event.path("delta");
                content.add(event.path("index").asInt(), delta);
                AnswerReader.delta(delta.path("text").asText(""), deltas);
                AnswerReader.delta(delta.path("partial_json").asText(""), deltas);
            }
            case "message_delta" -> {
                stopReason = event.path("delta").path("stop_reason").asText(stopReason);
                readUsage(event, json);
            }
            case "message_stop" -> {
                return atEndOfStream();
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
        return stopReason.isEmpty() ? Optional.empty() : Optional.of(completed(content.json()));
    }

    @Override
    public CallEvent.End whole(JsonNode answer, String json, Consumer<CallEvent> deltas) {
        if (answer.hasNonNull("error")) {
            return failures.inStream(json);
        }
        if (!answer.path("content").isArray()) {
            throw AnswerReader.noAnswer();
        }
        readHead(answer, json);
        stopReason = answer.path("stop_reason").asText("");
        answer.path("content").forEach(block -> show(block, deltas));
        return completed(RawJson.fields(json).get("content"));
    }

    private CallEvent.Completed completed(String blocks) {
        String items = "[{\"role\": \"assistant\", \"content\": " + blocks + "}]";
        return new CallEvent.Completed(stopReason, usage(), new Reply(id, items, diagnosis));
    }

    @Override
    public boolean hasBegun() {
        return !id.isEmpty();
    }

    @Override
    public String usage() {
        return odd.isEmpty() && !usage.isEmpty() ? RawJson.object(usage) : odd;
    }

    private void readHead(JsonNode message, String json) {
        id = message.path("id").asText("");
        diagnosis = AnswerReader.fieldIn(message, json, "diagnostics", "");
        readUsage(message, json);
    }

    private void readUsage(JsonNode node, String json) {
        String reported = AnswerReader.fieldIn(node, json, "usage", "");
        if (reported.isEmpty()) {
            return;
        }
        try {
            RawJson.fields(reported).forEach((name, value) -> {
                if (!value.equals("null")) {
                    usage.put(name, value);
                }
            });
        } catch (InputException _) {
            odd = reported;
        }
    }

    private static void show(JsonNode block, Consumer<CallEvent> deltas) {
        AnswerReader.delta(block.path("text").asText(""), deltas);
        AnswerReader.delta(block.path("name").asText(""), deltas);
        if (block.path("input").isObject() && !block.path("input").isEmpty()) {
            AnswerReader.delta(block.path("input").toString(), deltas);
        }
    }
}
