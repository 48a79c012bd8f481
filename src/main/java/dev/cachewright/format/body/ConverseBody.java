package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.Map;
import java.util.Set;

/// A request of Bedrock's Converse API, told as one of Messages: a cache point marks what stands before it.
///
/// Source: the API reference of Amazon Bedrock Runtime, Converse (2026).
public final class ConverseBody {

    private static final Set<String> OWN_FIELDS = Set.of("modelId", "inferenceConfig", "toolConfig",
            "additionalModelRequestFields");
    private static final Map<String, String> CONFIG = Map.of("maxTokens", "max_tokens", "temperature", "temperature",
            "topP", "top_p", "stopSequences", "stop_sequences");
    private static final String CACHE_POINT = "cachePoint";
    private static final String MESSAGES = "messages";
    private static final String SYSTEM = "system";
    private static final String CONTENT = "content";

    private final JsonNode body;
    private final ObjectNode told = JsonNodeFactory.instance.objectNode();

    private ConverseBody(JsonNode body) {
        this.body = body;
    }

    /// Whether a request body is one of Converse.
    ///
    /// @param fields its top-level names
    static boolean isConverse(Set<String> fields, String json) {
        return fields.stream().anyMatch(OWN_FIELDS::contains) || fields.contains(MESSAGES) && json.contains(
                '"' + CACHE_POINT + '"');
    }

    /// The request as one of Messages.
    ///
    /// @param model the model that its address names; empty where that is not known
    /// @throws InputException where it is not JSON, or a cache point has nothing before it
    public static String toMessages(String json, String model) {
        return new ConverseBody(RawJson.tree(json)).toMessages(model);
    }

    private String toMessages(String model) {
        String id = body.path("modelId").asText(model);
        told.put("model", id.substring(id.lastIndexOf('/') + 1));
        if (body.path("toolConfig").path("tools").isArray()) {
            told.set("tools", marked(body.path("toolConfig").path("tools"), "/toolConfig/tools"));
        }
        if (body.path(SYSTEM).isArray()) {
            told.set(SYSTEM, marked(body.path(SYSTEM), "/system"));
        }
        ArrayNode messages = told.putArray(MESSAGES);
        for (JsonNode message : body.path(MESSAGES)) {
            ObjectNode written = messages.addObject();
            written.set("role", message.path("role"));
            written.set(CONTENT, marked(message.path(CONTENT), "/messages/" + (messages.size() - 1) + "/content"));
        }
        JsonNode choice = body.path("toolConfig").path("toolChoice");
        choice.properties().forEach(field -> told.putObject("tool_choice").put("type", field.getKey())
                .setAll(fieldsOf(field.getValue())));
        body.path("inferenceConfig").properties().forEach(field -> told.set(CONFIG.getOrDefault(field.getKey(), field
                .getKey()), field.getValue()));
        told.setAll(fieldsOf(body.path("additionalModelRequestFields")));
        body.properties().stream().filter(field -> !OWN_FIELDS.contains(field.getKey()))
                .forEach(field -> told.putIfAbsent(field.getKey(), field.getValue()));
        return told.toString();
    }

    private static ObjectNode fieldsOf(JsonNode node) {
        return node.isObject() ? (ObjectNode) node : JsonNodeFactory.instance.objectNode();
    }

    /// Blocks or tools in Messages' form, each with the cache point that follows it.
    private static ArrayNode marked(JsonNode blocks, String path) {
        ArrayNode marked = JsonNodeFactory.instance.arrayNode();
        for (JsonNode block : blocks) {
            if (!block.has(CACHE_POINT)) {
                marked.add(ConverseBlocks.toMessages(block));
            } else if (marked.isEmpty()) {
                throw new InputException("A cachePoint stands first in " + path
                        + ": put it after what it should cache", 0, 0);
            } else {
                ObjectNode marker = ((ObjectNode) marked.get(marked.size() - 1)).putObject("cache_control").put("type",
                        "ephemeral");
                if (block.path(CACHE_POINT).has("ttl")) {
                    marker.set("ttl", block.path(CACHE_POINT).get("ttl"));
                }
            }
        }
        return marked;
    }
}
