package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// A function of a Prompty file as a definition of a tool.
final class PromptyTools {

    private static final Map<String, String> TYPES = Map.of("float", "number", "object", "object", "array", "array",
            "integer", "integer", "boolean", "boolean", "number", "number");

    private PromptyTools() {
    }

    static ObjectNode function(JsonNode tool) {
        ObjectNode function = JsonNodeFactory.instance.objectNode();
        function.set("name", tool.path("name"));
        if (tool.path("description").isTextual()) {
            function.set("description", tool.path("description"));
        }
        function.set("parameters", parameters(tool.path("parameters")));
        if (tool.path("strict").isBoolean()) {
            function.set("strict", tool.path("strict"));
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode().put("type", "function");
        return made.set("function", function);
    }

    /// A JSON Schema as it is; a list or a map of parameters as one.
    private static JsonNode parameters(JsonNode given) {
        if (given.path("type").isTextual()) {
            return given;
        }
        JsonNode listed = given.path("properties").isMissingNode() ? given : given.path("properties");
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        if (listed.isArray()) {
            listed.forEach(each -> add(properties, required, each.path("name").asText(""), each));
        } else {
            listed.properties().forEach(entry -> add(properties, required, entry.getKey(), entry.getValue()));
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static void add(ObjectNode properties, ArrayNode required, String name, JsonNode parameter) {
        String kind = parameter.isTextual() ? parameter.textValue()
                : parameter.path("kind").asText(parameter.path("type")
                        .asText("string"));
        ObjectNode property = properties.putObject(name).put("type", TYPES.getOrDefault(kind, "string"));
        if (parameter.path("description").isTextual()) {
            property.set("description", parameter.path("description"));
        }
        if (parameter.path("enumValues").isArray()) {
            property.set("enum", parameter.path("enumValues"));
        }
        if (parameter.path("required").asBoolean(false)) {
            required.add(name);
        }
    }
}
