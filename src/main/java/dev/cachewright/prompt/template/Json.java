package dev.cachewright.prompt.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes values as JSON for Dotprompt's `json` helper, as JavaScript does; the pure centre has no JSON library.
public final class Json {

    private final String indent;
    private final StringBuilder json = new StringBuilder();

    private Json(String indent) {
        this.indent = indent;
    }

    /// @param indent how many spaces each level is indented by; 0 for JSON on one line
    static String write(Object value, int indent) {
        var json = new Json(" ".repeat(indent));
        json.add(ValueMarks.unmark(value), "\n");
        return json.json.toString();
    }

    private void add(Object value, String lineStart) {
        switch (value) {
            case null -> json.append("null");
            case Number number -> json.append(Double.isFinite(number.doubleValue())
                    ? Printed.number(number)
                    : "null");
            case Boolean bool -> json.append(bool);
            case List<?> list -> addAll("[", list.stream().map(item -> new Entry("", item)), "]", lineStart);
            case Map<?, ?> map -> addAll("{", map.entrySet().stream().map(
                    entry -> new Entry(quote(String.valueOf(entry.getKey())) + (indent.isEmpty() ? ":" : ": "), entry
                            .getValue())),
                    "}", lineStart);
            default -> json.append(quote(String.valueOf(value)));
        }
    }

    private record Entry(String name, Object value) {
    }

    private void addAll(String open, Stream<Entry> entries, String close, String lineStart) {
        String inner = lineStart + indent;
        json.append(open);
        int before = json.length();
        entries.forEach(entry -> {
            json.append(json.length() == before ? "" : ",").append(indent.isEmpty() ? "" : inner).append(entry.name());
            add(ValueMarks.unmark(entry.value()), inner);
        });
        json.append(json.length() == before || indent.isEmpty() ? "" : lineStart).append(close);
    }

    /// A text as JSON.
    public static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> quoted.append(c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return quoted.append('"').toString();
    }
}
