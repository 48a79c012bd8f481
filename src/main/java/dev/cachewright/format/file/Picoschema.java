package dev.cachewright.format.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dotprompt's short form of JSON Schema: `title: string, the title of the book`, `tags?(array, what it is about): string`.
///
/// Source: Dotprompt's page on Picoschema (google/dotprompt, 2026). A schema that is JSON Schema already stays so.
final class Picoschema {

    private static final Set<String> SCALARS = Set.of("string", "boolean", "null", "number", "integer", "any");
    private static final Set<String> CONTAINERS = Set.of("object", "array");
    private static final Pattern DESCRIBED = Pattern.compile("(?s)(.*?), *(.*)");
    /// `name`, `name?`, `name(array)`, `name?(enum, a description)`.
    private static final Pattern KEY = Pattern.compile("(?s)([^(?]*)(\\?)?(?:\\((.*)\\))?");
    private static final String TYPE = "type";
    private static final String OTHERS = "(*)";

    private final Set<String> unknown = new TreeSet<>();

    /// Whether a text is a type, with what it is or without; else it is the name of a schema.
    static boolean isType(String text) {
        Matcher described = DESCRIBED.matcher(text);
        return SCALARS.contains((described.matches() ? described.group(1) : text).strip());
    }

    /// The schema as JSON Schema.
    ObjectNode read(JsonNode schema) {
        String type = schema.path(TYPE).isTextual() ? schema.path(TYPE).asText() : "";
        if (SCALARS.contains(type) || CONTAINERS.contains(type)) {
            return (ObjectNode) schema;
        }
        if (schema.path("properties").isObject()) {
            return ((ObjectNode) schema.deepCopy()).put(TYPE, "object");
        }
        return schema(schema);
    }

    /// The schemas that it names and that the file does not hold.
    Set<String> unknown() {
        return unknown;
    }

    private ObjectNode schema(JsonNode node) {
        return node.isObject() ? object(node) : scalar(node.asText(""));
    }

    private ObjectNode scalar(String text) {
        Matcher described = DESCRIBED.matcher(text);
        boolean isDescribed = described.matches();
        String type = (isDescribed ? described.group(1) : text).strip();
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (!SCALARS.contains(type)) {
            unknown.add(type);
        } else if (!type.equals("any")) {
            schema.put(TYPE, type);
        }
        return isDescribed ? schema.put("description", described.group(2)) : schema;
    }

    private ObjectNode object(JsonNode fields) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put(TYPE, "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        schema.put("additionalProperties", false);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            Matcher key = KEY.matcher(field.getKey());
            if (field.getKey().equals(OTHERS)) {
                schema.set("additionalProperties", schema(field.getValue()));
            } else if (key.matches()) {
                boolean isOptional = key.group(2) != null;
                if (!isOptional) {
                    required.add(key.group(1));
                }
                properties.set(key.group(1), property(key.group(3), field.getValue(), isOptional));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    /// @param form what stands in brackets: `array`, `enum, a description`; null where there are none
    private ObjectNode property(String form, JsonNode value, boolean isOptional) {
        if (form == null) {
            return optional(schema(value), isOptional);
        }
        Matcher described = DESCRIBED.matcher(form);
        boolean isDescribed = described.matches();
        ObjectNode property = switch (isDescribed ? described.group(1) : form) {
            case "array" -> {
                ObjectNode array = optional(JsonNodeFactory.instance.objectNode().put(TYPE, "array"), isOptional);
                array.set("items", schema(value));
                yield array;
            }
            case "enum" -> {
                ObjectNode choice = JsonNodeFactory.instance.objectNode();
                ArrayNode words = choice.putArray("enum");
                value.forEach(words::add);
                yield isOptional ? (ObjectNode) choice.set("enum", words.addNull()) : choice;
            }
            default -> optional(schema(value), isOptional);
        };
        return isDescribed ? property.put("description", described.group(2)) : property;
    }

    private static ObjectNode optional(ObjectNode schema, boolean isOptional) {
        if (isOptional && schema.path(TYPE).isTextual()) {
            schema.set(TYPE, JsonNodeFactory.instance.arrayNode().add(schema.get(TYPE)).add("null"));
        }
        return schema;
    }
}
