package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The comment that a server makes of what limits the values of a parameter.
///
/// Its words are not known. With those below, limits of a number are exact in five chats and one more than was counted in
/// three Responses requests, the formats of two dates one less each; the format of a number costs nothing (eleven
/// requests).
final class Limits {

    private static final List<String> OF_NUMBERS = List.of("minimum", "maximum", "exclusiveMinimum",
            "exclusiveMaximum", "multipleOf");
    private static final Map<String, List<String>> BY_TYPE = Map.of("number", OF_NUMBERS, "integer", OF_NUMBERS,
            "string", List.of("format", "minLength", "maxLength", "pattern"), "array", List.of("minItems",
                    "maxItems"));

    private Limits() {
    }

    /// Whether there are any for one of the types that a schema names.
    static boolean areIn(JsonNode schema) {
        JsonNode type = schema.path("type");
        return !of(schema, type.asText("")).isEmpty()
                || type.valueStream().anyMatch(one -> !of(schema, one.asText("")).isEmpty());
    }

    /// A line with the limits that a schema sets to values of this type; empty where there are none.
    static String of(JsonNode schema, String type) {
        String limits = BY_TYPE.getOrDefault(type, List.of()).stream().filter(schema::has).map(
                limit -> limit + ": " + schema.get(limit).asText()).collect(Collectors.joining(", "));
        return limits.isEmpty() ? "" : "// " + limits + "\n";
    }
}
