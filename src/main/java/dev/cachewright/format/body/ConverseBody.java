package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Map;

/// Reads the body of a request to Bedrock's Converse as the Messages request that Claude gets of it.
///
/// A `cachePoint` is a block of its own and caches what is before it: it becomes `cache_control` on that block. Source:
/// Amazon Bedrock's API reference (Converse, CachePointBlock) and its page on prompt caching, read 2026-11. The same
/// form is sent to models of other vendors, whose names say so.
public final class ConverseBody {

    private static final List<String> OWN_FIELDS = List.of("modelId", "toolConfig", "inferenceConfig");
    private static final Map<String, String> LIMITS = Map.of("maxTokens", "max_tokens", "temperature", "temperature",
            "topP", "top_p", "stopSequences", "stop_sequences");

    private final String json;
    private final JsonNode body;
    private final ConverseBlocks blocks;

    private ConverseBody(String json) {
        this.json = json;
        this.body = RawJson.tree(json);
        this.blocks = new ConverseBlocks(json);
    }

    /// Whether a body with these fields is one: by their names, or by blocks that name no type.
    static boolean is(Map<String, String> fields) {
        return fields.containsKey("messages") && (OWN_FIELDS.stream().anyMatch(fields::containsKey)
                || isTypeless(fields.getOrDefault("system", "")) || fields.get("messages").contains("\"cachePoint\""));
    }

    private static boolean isTypeless(String blocks) {
        return RawJson.isArray(blocks) && RawJson.elements(blocks).stream().findFirst().filter(RawJson::isObject)
                .map(RawJson::fields).filter(first -> first.containsKey("text") && !first.containsKey("type"))
                .isPresent();
    }

    /// The prompt in a body; the model has the name that Bedrock gives it.
    ///
    /// @throws InputException with line and column where the text is not JSON, or no such body
    public static Prompt read(String json) {
        return new ConverseBody(json).read();
    }

    private Prompt read() {
        JsonNode messages = body.path("messages");
        if (!messages.isArray()) {
            throw new InputException("This JSON is not a request body: \"messages\" must be a list of messages", 1, 1);
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        String model = body.path("modelId").asText("");
        // A profile's name follows its account: arn:aws:bedrock:REGION:ACCOUNT:inference-profile/MODEL.
        request.put("model", model.startsWith("arn:") ? model.substring(model.lastIndexOf('/') + 1) : model);
        putSettings(request);
        require(body.path("toolConfig").isObject() || isMissing(body.path("toolConfig")), "/toolConfig", "an object");
        addList(request, "tools", "/toolConfig/tools");
        addList(request, "system", "/system");
        ArrayNode list = request.putArray("messages");
        for (int i = 0; i < messages.size(); i++) {
            list.add(message(messages.get(i), "/messages/" + i));
        }
        return RequestBodyReader.read(request.toString(), Api.MESSAGES);
    }

    private void addList(ObjectNode request, String name, String pointer) {
        JsonNode list = body.at(pointer);
        require(list.isArray() || isMissing(list), pointer, "a list of blocks");
        if (!list.isEmpty()) {
            request.set(name, blocks.list(list, pointer));
        }
    }

    private static boolean isMissing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private void require(boolean isSo, String pointer, String wanted) {
        if (!isSo) {
            throw RawJson.placedAt(pointer, json, "\"" + pointer + "\" must be " + wanted);
        }
    }

    private void putSettings(ObjectNode request) {
        LIMITS.forEach((name, field) -> put(request, field, body.path("inferenceConfig").path(name)));
        put(request, "service_tier", body.path("serviceTier").path("type"));
        JsonNode choice = body.path("toolConfig").path("toolChoice");
        for (String kind : List.of("auto", "any", "tool")) {
            if (choice.has(kind)) {
                ObjectNode chosen = request.putObject("tool_choice").put("type", kind);
                put(chosen, "name", choice.path(kind).path("name"));
            }
        }
        // Fields of the model's own API: thinking, its beta features.
        body.path("additionalModelRequestFields").properties()
                .forEach(field -> request.set(field.getKey(), field.getValue()));
    }

    private static void put(ObjectNode to, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            to.set(name, value);
        }
    }

    private ObjectNode message(JsonNode message, String pointer) {
        if (!message.path("role").isTextual() || !message.path("content").isArray()) {
            throw RawJson.placedAt(pointer, json, "A message needs a \"role\" and a list as \"content\"");
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.set("role", message.get("role"));
        made.set("content", blocks.list(message.get("content"), pointer + "/content"));
        return made;
    }
}
