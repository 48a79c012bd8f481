package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The text that a server makes of functions: types in a TypeScript-like namespace.
///
/// An object whose properties have neither a description nor a default is on one line, any other has a line for each
/// property; the lines of a description are stripped. Its text is not published: the form is derived from the counts of
/// recorded calls, and it explains where tokens join across lines.
final class ToolText {

    /// The schema keywords whose text the recordings show, or show to be left out.
    private static final Set<String> PROVEN = Set.of("type", "properties", "required", "description", "default",
            "enum", "items", "$ref", "$defs", "additionalProperties", "anyOf", "oneOf", "allOf", "const");
    private static final String PROPERTIES = "properties";
    private static final String DESCRIPTION = "description";
    private static final String DEFAULT = "default";
    private static final int DEEPEST = 12;

    private final List<Integer> starts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> open = new HashSet<>();
    private JsonNode definitions;
    private int unproven;
    private int depth;

    private ToolText(JsonNode definitions) {
        this.definitions = definitions;
    }

    /// @param functions a tools array without tools that the server provides
    static ToolText of(List<JsonNode> functions) {
        var written = new ToolText(null);
        functions.forEach(written::add);
        return written;
    }

    String text() {
        return text.toString();
    }

    /// Where the text of each function begins.
    List<Integer> starts() {
        return List.copyOf(starts);
    }

    /// How many details are written in a form that no recording shows.
    int unproven() {
        return unproven;
    }

    private void add(JsonNode tool) {
        JsonNode function = tool.has("function") ? tool.get("function") : tool;
        JsonNode parameters = function.has("parameters") ? function.get("parameters") : function.path("input_schema");
        definitions = parameters.path("$defs");
        boolean hasParameters = !parameters.path(PROPERTIES).isEmpty();
        starts.add(text.length());
        text.append(comment(function)).append("type ").append(function.path("name").asText("")).append(" = (")
                .append(hasParameters ? "_: " + comment(parameters) + typeOf(parameters) : "").append(") => any;\n\n");
    }

    private String typeOf(JsonNode schema) {
        if (depth == DEEPEST || !schema.isObject()) {
            unproven++;
            return "any";
        }
        depth++;
        unproven += (int) schema.properties().stream().filter(entry -> !PROVEN.contains(entry.getKey())).count();
        String type = shapeOf(schema);
        depth--;
        return type;
    }

    private String shapeOf(JsonNode schema) {
        if (schema.has("$ref")) {
            return referred(schema.get("$ref").asText());
        }
        if (schema.has("enum")) {
            return joined(schema.get("enum"), JsonNode::toString);
        }
        for (String union : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(union)) {
                unproven += schema.get(union).size();
                return joined(schema.get(union), this::typeOf);
            }
        }
        if (schema.has("const")) {
            unproven++;
            return schema.get("const").toString();
        }
        return named(schema, schema.path("type"));
    }

    /// A type that contains itself ends at once: written out it would double with each step.
    private String referred(String reference) {
        if (!open.add(reference)) {
            return doubtful("any");
        }
        String type = typeOf(definitions.path(reference.substring(reference.lastIndexOf('/') + 1)));
        open.remove(reference);
        return type;
    }

    private String named(JsonNode schema, JsonNode type) {
        if (type.isArray()) {
            unproven += type.size();
            return joined(type, name -> named(schema, name));
        }
        return switch (type.asText("")) {
            case "object" -> schema.path(PROPERTIES).isEmpty() ? doubtful("object") : object(schema);
            case "array" -> typeOf(schema.path("items")) + "[]";
            case "integer", "number" -> "number";
            case "string", "boolean" -> type.asText();
            case "" -> doubtful("any");
            default -> doubtful(type.asText());
        };
    }

    private String doubtful(String word) {
        unproven++;
        return word;
    }

    private String object(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode properties = schema.path(PROPERTIES);
        boolean isTall = properties.properties().stream().anyMatch(
                property -> !comment(property.getValue()).isEmpty() || property.getValue().has(DEFAULT));
        var lines = new ArrayList<String>();
        properties.properties().forEach(property -> {
            String line = property.getKey() + (required.contains(property.getKey()) ? ": " : "?: ")
                    + typeOf(property.getValue());
            lines.add(isTall ? comment(property.getValue()) + line + defaultOf(property.getValue()) + ",\n" : line);
        });
        if (!isTall && lines.stream().anyMatch(line -> line.contains("\n"))) {
            unproven++;
        }
        return isTall ? "{\n" + String.join("", lines) + "}" : "{ " + String.join(", ", lines) + " }";
    }

    private String defaultOf(JsonNode property) {
        if (!property.has(DEFAULT)) {
            return "";
        }
        JsonNode value = property.get(DEFAULT);
        unproven += value.isBoolean() || value.isNull() ? 0 : 1;
        return ", // default: " + value;
    }

    private static String joined(JsonNode nodes, Function<JsonNode, String> word) {
        List<String> words = new ArrayList<>();
        nodes.forEach(node -> words.add(word.apply(node)));
        return String.join(" | ", words);
    }

    private static String comment(JsonNode described) {
        JsonNode description = described.path(DESCRIPTION);
        return description.isTextual()
                ? description.asText().strip().lines().map(line -> ("// " + line.strip()).strip() + "\n")
                        .collect(Collectors.joining())
                : "";
    }
}
