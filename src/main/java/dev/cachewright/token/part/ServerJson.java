package dev.cachewright.token.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// JSON as a server reads it, and writes it again without spaces.
public final class ServerJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServerJson() {
    }

    /// The value; empty where the text is not JSON.
    public static Optional<JsonNode> read(String json) {
        try {
            return Optional.of(JSON.readTree(json)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// An object without these fields; another value as it is.
    public static JsonNode without(JsonNode value, String... fields) {
        return value.isObject() ? ((ObjectNode) value.deepCopy()).without(List.of(fields)) : value;
    }

    /// The value without spaces; text that is not JSON becomes a JSON string.
    public static String compact(String json) {
        return read(json).orElseGet(() -> JsonNodeFactory.instance.textNode(json)).toString();
    }

    /// The value with a space after each comma and colon.
    public static String spaced(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ServerJson::spaced).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isObject()
                ? value.propertyStream().map(field -> JsonNodeFactory.instance.textNode(field.getKey()) + ": " + spaced(
                        field.getValue())).collect(Collectors.joining(", ", "{", "}"))
                : value.toString();
    }
}
