package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text that a server makes of functions: types in a TypeScript-like namespace.
///
/// An object whose properties have neither a title, a description nor a default is on one line, any other has a line for
/// each property; the lines of a description are stripped. Its text is not published: the form is derived from the counts of
/// recorded calls, and it explains where tokens join across lines.
final class ToolText {

    /// The schema keywords whose text the recordings show, or show to be left out.
    private static final Set<String> PROVEN = Set.of("type", "properties", "required", "title", "description",
            "default", "enum", "items", "$ref", "$defs", "definitions", "$schema", "strict", "additionalProperties",
            "anyOf", "oneOf", "allOf", "const");
    private static final String TITLE = "title";
    private static final String PROPERTIES = "properties";
    private static final String DESCRIPTION = "description";
    private static final String DEFAULT = "default";
    private static final Set<String> CONTAINERS = Set.of("object", "array");
    private static final int DEEPEST = 12;
    /// How deep the type of a parameter is: there types in a list stay on its line (5 requests), further in not (8).
    private static final int TOP = 2;

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
        definitions = parameters.has("$defs") ? parameters.get("$defs") : parameters.path("definitions");
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
        unproven += (int) schema.properties().stream().map(Map.Entry::getKey).filter(key -> !PROVEN.contains(key))
                .count();
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
                unproven++;
                return union(schema.get(union), this::typeOf, this::remark);
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
        String type = typeOf(definition(reference));
        open.remove(reference);
        return type;
    }

    private String named(JsonNode schema, JsonNode type) {
        if (type.isArray()) {
            // Lists of texts, numbers and null were recorded (21 requests of three projects).
            unproven += (int) type.valueStream().map(JsonNode::asText).filter(CONTAINERS::contains).count();
            return union(type, name -> named(schema, name),
                    name -> (depth > TOP ? described(schema) : "") + Limits.of(schema, name.asText()));
        }
        return switch (type.asText("")) {
            case "object" -> schema.path(PROPERTIES).isEmpty() ? doubtful("object") : object(schema);
            case "array" -> array(schema.path("items"));
            case "integer", "number" -> "number";
            case "string", "boolean", "null" -> type.asText();
            case "" -> doubtful("any");
            default -> doubtful(type.asText());
        };
    }

    private JsonNode definition(String reference) {
        return definitions.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /// Objects that take several lines, or have a title, are written between angles (two sets of tools).
    private String array(JsonNode items) {
        String type = typeOf(items);
        String remark = remark(items);
        if (type.startsWith("{") && (type.contains("\n") || !remark.isEmpty())) {
            return "Array<\n" + remark + type + "\n>";
        }
        unproven += remark.isEmpty() && !type.contains(" | ") ? 0 : 1;
        return type + "[]";
    }

    /// Where one of the types has a comment, each has a line (one set of tools).
    private static String union(JsonNode types, Function<JsonNode, String> word, Function<JsonNode, String> remark) {
        List<String> remarks = new ArrayList<>();
        types.forEach(type -> remarks.add(remark.apply(type)));
        if (remarks.stream().allMatch(String::isEmpty)) {
            return joined(types, word);
        }
        var lines = new StringBuilder("\n");
        for (int i = 0; i < remarks.size(); i++) {
            lines.append(remarks.get(i)).append(" | ").append(word.apply(types.get(i))).append('\n');
        }
        return lines.toString();
    }

    private String doubtful(String word) {
        unproven++;
        return word;
    }

    private String object(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode properties = schema.path(PROPERTIES);
        boolean isTall = properties.properties().stream().map(Map.Entry::getValue).anyMatch(
                property -> !remark(property).isEmpty() || property.has(DEFAULT) || Limits.areIn(property));
        var lines = new ArrayList<String>();
        properties.properties().forEach(property -> {
            String type = typeOf(property.getValue());
            String line = property.getKey() + (required.contains(property.getKey()) ? ":" : "?:")
                    + (type.startsWith("\n") ? "" : " ") + type;
            lines.add(isTall ? remark(property.getValue()) + line + ',' + defaultOf(property.getValue()) + '\n' : line);
        });
        // A line with objects in objects and in a list was counted one less (6 requests of one project).
        boolean isNested = lines.stream().anyMatch(line -> line.endsWith("}")) && lines.stream().anyMatch(
                line -> line.endsWith("}[]"));
        if (!isTall && (isNested || lines.stream().anyMatch(line -> line.contains("\n")))) {
            unproven++;
        }
        return isTall ? "{\n" + String.join("", lines) + "}" : "{ " + String.join(", ", lines) + " }";
    }

    private String defaultOf(JsonNode property) {
        if (!property.has(DEFAULT)) {
            return "";
        }
        JsonNode value = property.get(DEFAULT);
        boolean isProven = value.isValueNode() && !property.has(PROPERTIES);
        unproven += isProven ? 0 : 1;
        return " // default: " + value;
    }

    private static String joined(JsonNode nodes, Function<JsonNode, String> word) {
        List<String> words = new ArrayList<>();
        nodes.forEach(node -> words.add(word.apply(node)));
        return String.join(" | ", words);
    }

    /// The comment of a schema, or of what it refers to where it has none.
    private String remark(JsonNode schema) {
        String own = comment(schema);
        return own.isEmpty() && schema.has("$ref") ? comment(definition(schema.get("$ref").asText())) : own;
    }

    /// The title and the description, with an empty line between them.
    private static String comment(JsonNode described) {
        return described(described) + Limits.of(described, described.path("type").asText(""));
    }

    private static String described(JsonNode described) {
        return Stream.of(TITLE, DESCRIPTION).map(described::path).filter(JsonNode::isTextual).map(JsonNode::asText)
                .map(String::strip).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n")).lines()
                .map(line -> ("// " + line.strip()).strip() + "\n").collect(Collectors.joining());
    }
}
