package dev.cachewright.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The text that a server makes of tool definitions: a TypeScript-like namespace of functions.
///
/// Close to what is counted, a few tokens off on recorded calls; counts that hold tools are marked as estimates.
final class ToolText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ToolText() {
    }

    /// The namespace of the functions in a tools array; text that is no such array stays as it is.
    static String ofTools(String json) {
        JsonNode tools = read(json);
        if (tools == null || !tools.isArray()) {
            return json;
        }
        var functions = new StringBuilder("namespace functions {\n\n");
        for (JsonNode tool : tools) {
            functions.append(ofTool(tool)).append("\n\n");
        }
        return functions.append("} // namespace functions").toString();
    }

    /// A schema is rendered as its JSON before the system message.
    static String ofSchema(String json) {
        return json;
    }

    private static String ofTool(JsonNode tool) {
        JsonNode function = tool.has("function") ? tool.get("function") : tool;
        JsonNode parameters = function.path("parameters").isMissingNode()
                ? function.path("input_schema")
                : function.path("parameters");
        String type = parameters.path("properties").isEmpty() ? "" : "_: " + typeOf(parameters);
        return comment(function.path("description").asText("")) + "type " + function.path("name").asText("") + " = ("
                + type + ") => any;";
    }

    private static String typeOf(JsonNode schema) {
        if (schema.has("enum")) {
            return values(schema.get("enum"));
        }
        if (schema.has("anyOf")) {
            return alternatives(schema.get("anyOf"));
        }
        return switch (schema.path("type").asText("")) {
            case "object" -> schema.path("properties").isEmpty() ? "object" : objectOf(schema);
            case "array" -> typeOf(schema.path("items")) + "[]";
            case "integer", "number" -> "number";
            case "boolean" -> "boolean";
            case "string" -> "string";
            case "null" -> "null";
            default -> "any";
        };
    }

    private static String objectOf(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        var object = new StringBuilder("{\n");
        schema.path("properties").properties().forEach(property -> object
                .append(comment(property.getValue().path("description").asText(""))).append(property.getKey())
                .append(required.contains(property.getKey()) ? ": " : "?: ").append(typeOf(property.getValue()))
                .append(",\n"));
        return object.append('}').toString();
    }

    private static String values(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(value.toString()));
        return String.join(" | ", words);
    }

    private static String alternatives(JsonNode schemas) {
        List<String> words = new ArrayList<>();
        schemas.forEach(schema -> words.add(typeOf(schema)));
        return String.join(" | ", words);
    }

    private static String comment(String description) {
        return description == null || description.isEmpty()
                ? ""
                : description.lines().map(line -> "// " + line + "\n").collect(Collectors.joining());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException _) {
            return null;
        }
    }
}
