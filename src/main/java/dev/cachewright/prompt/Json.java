package dev.cachewright.prompt;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes values as compact JSON for Dotprompt's `json` helper; the pure centre has no JSON library.
final class Json {

    private Json() {
    }

    static String write(Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case List<?> list -> list.stream().map(item -> write(ValueMarks.unmark(item)))
                    .collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(entry -> quote(String.valueOf(entry.getKey())) + ":"
                            + write(ValueMarks.unmark(entry.getValue())))
                    .collect(Collectors.joining(",", "{", "}"));
            default -> quote(String.valueOf(value));
        };
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return quoted.append('"').toString();
    }
}
