package dev.cachewright.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The message that the pieces of a streamed Chat Completion are of, as the next request carries it.
final class ChatMessage {

    /// Fields of a message that come in pieces; those of reasoning as DeepSeek, vLLM and OpenRouter name them.
    private static final List<String> TEXTS = List.of("content", "refusal", "reasoning_content", "reasoning");
    private static final String FUNCTION = "function";
    private static final String ARGUMENTS = "arguments";

    private final Map<String, StringBuilder> texts = new TreeMap<>();
    private final Map<Integer, ToolCall> calls = new TreeMap<>();
    private final List<JsonNode> reasoningDetails = new ArrayList<>();

    void add(JsonNode delta) {
        for (String field : TEXTS) {
            if (delta.path(field).isTextual()) {
                texts.computeIfAbsent(field, _ -> new StringBuilder()).append(delta.path(field).textValue());
            }
        }
        for (JsonNode call : delta.path("tool_calls")) {
            calls.computeIfAbsent(call.path("index").asInt(calls.size()), _ -> new ToolCall()).add(call);
        }
        delta.path("reasoning_details").forEach(reasoningDetails::add);
    }

    String json() {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", "assistant");
        message.set("content", texts.containsKey("content") && !texts.get("content").isEmpty()
                ? JsonNodeFactory.instance.textNode(texts.get("content").toString())
                : JsonNodeFactory.instance.nullNode());
        texts.forEach((field, text) -> {
            if (!text.isEmpty()) {
                message.put(field, text.toString());
            }
        });
        if (!reasoningDetails.isEmpty()) {
            message.putArray("reasoning_details").addAll(reasoningDetails);
        }
        if (!calls.isEmpty()) {
            calls.values().forEach(call -> message.withArray("/tool_calls").add(call.json()));
        }
        return message.toString();
    }

    /// One call of a tool, whose arguments come in pieces.
    private static final class ToolCall {

        private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();

        void add(JsonNode piece) {
            piece.properties().forEach(field -> {
                if (!List.of("index", FUNCTION).contains(field.getKey()) && !field.getValue().isNull()) {
                    fields.set(field.getKey(), field.getValue());
                }
            });
            name.append(piece.path(FUNCTION).path("name").asText(""));
            arguments.append(piece.path(FUNCTION).path(ARGUMENTS).asText(""));
        }

        ObjectNode json() {
            ObjectNode call = fields.deepCopy();
            if (!call.has("type")) {
                call.put("type", FUNCTION);
            }
            call.putObject(FUNCTION).put("name", name.toString()).put(ARGUMENTS, arguments.toString());
            return call;
        }
    }
}
