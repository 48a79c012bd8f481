package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.provider.simulated.answer.Answer;
import dev.cachewright.provider.simulated.answer.Reply;
import java.io.IOException;
import java.util.Optional;

/// An answer as Responses writes it.
final class ResponsesForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Answer answer;
    private final Optional<ObjectNode> diagnostics;

    /// @param diagnostics of the cache, where the request asks for them
    ResponsesForm(Answer answer, Optional<ObjectNode> diagnostics) {
        this.answer = answer;
        this.diagnostics = diagnostics;
    }

    static String idOf(Answer answer) {
        return "resp_" + answer.head().id();
    }

    /// The response once it has ended.
    ObjectNode response() {
        return ended();
    }

    /// Writes the events before the first text; they do not wait for the model.
    void begin(Events events) throws IOException {
        events.send("response.created", JSON.objectNode().set("response", response("in_progress")));
        events.send("response.in_progress", JSON.objectNode().set("response", response("in_progress")));
    }

    void openText(Events events) throws IOException {
        ObjectNode item = message("in_progress");
        item.putArray("content");
        events.send("response.output_item.added", JSON.objectNode().put("output_index", 0).set("item", item));
        events.send("response.content_part.added", place().set("part", part("")));
    }

    void delta(Events events, String text) throws IOException {
        ObjectNode event = place().put("delta", text);
        event.putArray("logprobs");
        events.send("response.output_text.delta", event);
    }

    void end(Events events) throws IOException {
        ObjectNode done = place().put("text", answer.text());
        done.putArray("logprobs");
        events.send("response.output_text.done", done);
        events.send("response.content_part.done", place().set("part", part(answer.text())));
        events.send("response.output_item.done", JSON.objectNode().put("output_index", 0).set("item", whole()));
        events.send(answer.isCut() ? "response.incomplete" : "response.completed",
                JSON.objectNode().set("response", ended()));
    }

    private ObjectNode ended() {
        ObjectNode root = response(status());
        ((ArrayNode) root.get("output")).add(whole());
        if (answer.isCut()) {
            root.putObject("incomplete_details").put("reason", "max_output_tokens");
        }
        root.set("usage", Usages.responses(answer));
        diagnostics.ifPresent(found -> root.set("prompt_cache_diagnostics", found));
        return root;
    }

    /// The response without what is known only at its end; every field that clients rely on is there.
    private ObjectNode response(String status) {
        JsonNode request = answer.request();
        ObjectNode root = JSON.objectNode().put("id", idOf(answer)).put("object", "response")
                .put("created_at", answer.head().created()).put("status", status).put("background", false)
                .putNull("error").putNull("incomplete_details");
        root.set("instructions", request.path("instructions").isTextual() ? request.get("instructions") : null);
        root.set("max_output_tokens", request.get("max_output_tokens"));
        root.put("model", answer.head().model()).putArray("output");
        root.put("parallel_tool_calls", request.path("parallel_tool_calls").asBoolean(true))
                .putNull("previous_response_id").set("prompt_cache_key", request.get("prompt_cache_key"));
        if (request.path(CacheFieldsCheck.OPTIONS).isObject()) {
            root.set(CacheFieldsCheck.OPTIONS, cacheOptions(request.get(CacheFieldsCheck.OPTIONS)));
        }
        root.putObject("reasoning").putNull("effort").putNull("summary");
        root.put("service_tier", "default").put("store", request.path("store").asBoolean(true));
        root.set("temperature", request.has("temperature") ? request.get("temperature") : JSON.numberNode(1.0));
        root.set("text", request.path("text").isObject() ? request.get("text") : plainText());
        root.put("tool_choice", "auto").set("tools", request.path("tools").isArray()
                ? request.get("tools")
                : JSON.arrayNode());
        root.put("top_p", 1.0).put("truncation", "disabled").putNull("usage").putNull("user").putObject("metadata");
        return root;
    }

    /// What holds where the request says nothing is filled in (guide, 2026-10).
    private static ObjectNode cacheOptions(JsonNode asked) {
        ObjectNode options = JSON.objectNode().put("mode", "implicit").put("ttl", "30m");
        return options.setAll((ObjectNode) asked);
    }

    private static ObjectNode plainText() {
        ObjectNode text = JSON.objectNode();
        text.putObject("format").put("type", "text");
        return text;
    }

    private ObjectNode whole() {
        ObjectNode item = message(status());
        item.putArray("content").add(part(answer.text()));
        return item;
    }

    private ObjectNode message(String status) {
        return JSON.objectNode().put("id", messageId()).put("type", "message").put("status", status).put("role",
                "assistant");
    }

    private static ObjectNode part(String text) {
        ObjectNode part = JSON.objectNode().put("type", "output_text").put("text", text);
        part.putArray("annotations");
        part.putArray("logprobs");
        return part;
    }

    private ObjectNode place() {
        return JSON.objectNode().put("item_id", messageId()).put("output_index", 0).put("content_index", 0);
    }

    private String messageId() {
        return "msg_" + answer.head().id();
    }

    private String status() {
        return answer.isCut() ? "incomplete" : "completed";
    }

    /// Numbers the events of one stream.
    static final class Events {

        private final Reply.Events out;
        private int number;

        Events(Reply.Events out) {
            this.out = out;
        }

        private void send(String type, ObjectNode fields) throws IOException {
            ObjectNode event = JSON.objectNode().put("type", type).put("sequence_number", number++);
            event.setAll(fields);
            out.event(type, event);
        }

        private void send(String type, JsonNode fields) throws IOException {
            send(type, (ObjectNode) fields);
        }
    }
}
