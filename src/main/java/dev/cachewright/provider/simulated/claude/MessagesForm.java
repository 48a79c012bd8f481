package dev.cachewright.provider.simulated.claude;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.provider.simulated.answer.Answer;
import dev.cachewright.provider.simulated.answer.Reply;
import java.io.IOException;
import java.util.Optional;

/// An answer as Messages writes it.
final class MessagesForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TEXT = "text";
    private static final String INDEX = "index";

    private final Answer answer;
    private final MessagesDiagnostics.Found diagnostics;

    MessagesForm(Answer answer, MessagesDiagnostics.Found diagnostics) {
        this.answer = answer;
        this.diagnostics = diagnostics;
    }

    static String idOf(Answer answer) {
        return "msg_" + answer.head().id();
    }

    /// The message once it has ended.
    ObjectNode message() {
        ObjectNode message = head();
        if (!answer.deltas().isEmpty()) {
            message.withArray("content").add(block(answer.text()));
        }
        message.put("stop_reason", stopReason());
        message.set("usage", usage(answer.outputTokens()));
        return message;
    }

    /// Writes the events before the first text.
    void begin(Reply.Events out) throws IOException {
        ObjectNode message = head();
        message.set("usage", usage(1));
        out.event("message_start", typed("message_start").set("message", message));
        out.event("content_block_start", typed("content_block_start").put(INDEX, 0).set("content_block", block("")));
        out.event("ping", typed("ping"));
    }

    void delta(Reply.Events out, String text) throws IOException {
        ObjectNode event = typed("content_block_delta").put(INDEX, 0);
        event.putObject("delta").put("type", "text_delta").put(TEXT, text);
        out.event("content_block_delta", event);
    }

    void end(Reply.Events out) throws IOException {
        out.event("content_block_stop", typed("content_block_stop").put(INDEX, 0));
        ObjectNode event = typed("message_delta");
        event.putObject("delta").put("stop_reason", stopReason()).putNull("stop_sequence");
        event.set("usage", counts(answer.outputTokens()));
        out.event("message_delta", event);
        out.event("message_stop", typed("message_stop"));
    }

    private ObjectNode head() {
        ObjectNode message = JSON.objectNode().put("id", idOf(answer)).put("type", "message").put("role", "assistant")
                .put("model", answer.head().model());
        message.putArray("content");
        message.putNull("stop_reason").putNull("stop_sequence");
        diagnostics.putInto(message);
        return message;
    }

    /// The input excludes what was read and written. What the cache did is left out where its rules are not simulated:
    /// not reported is not zero.
    private ObjectNode counts(int outputTokens) {
        Optional<InputSplit> split = answer.input().split();
        ObjectNode usage = JSON.objectNode().put("input_tokens", split.map(InputSplit::uncached)
                .orElse((long) answer.input().tokens()));
        split.ifPresent(used -> usage.put("cache_creation_input_tokens", used.written())
                .put("cache_read_input_tokens", used.cached()));
        return usage.put("output_tokens", outputTokens);
    }

    private ObjectNode usage(int outputTokens) {
        ObjectNode usage = counts(outputTokens);
        answer.input().split().ifPresent(used -> usage.putObject("cache_creation")
                .put("ephemeral_5m_input_tokens", used.written() - used.longWritten())
                .put("ephemeral_1h_input_tokens", used.longWritten()));
        return usage.put("service_tier", "standard").put("inference_geo", "global");
    }

    private String stopReason() {
        return answer.isCut() || answer.deltas().isEmpty() ? "max_tokens" : "end_turn";
    }

    private static ObjectNode block(String text) {
        return JSON.objectNode().put("type", TEXT).put(TEXT, text);
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }
}
