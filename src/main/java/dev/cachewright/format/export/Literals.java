package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// JSON as literals of Python or JavaScript, laid out to be read: texts of several lines stand line by line.
record Literals(boolean isPython) {

    private static final int WIDTH = 100;
    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

    /// @param indent of the line that the literal begins on
    String of(JsonNode value, int indent) {
        if (value.isObject() || value.isArray()) {
            String flat = flat(value);
            return flat.length() + indent <= WIDTH ? flat : laidOut(value, indent);
        }
        return value.isTextual() ? text(value.textValue(), indent) : scalar(value);
    }

    private String laidOut(JsonNode value, int indent) {
        var lines = new ArrayList<String>();
        int inner = indent + step();
        if (value.isObject()) {
            value.properties().forEach(
                    field -> lines.add(key(field.getKey()) + ":" + after(field.getValue(), inner)));
        } else {
            value.forEach(element -> lines.add(of(element, inner)));
        }
        String before = "\n" + " ".repeat(inner);
        return (value.isObject() ? "{" : "[") + before + String.join("," + before, lines) + ",\n" + " ".repeat(indent)
                + (value.isObject() ? "}" : "]");
    }

    /// A value after a colon or an equals sign, with the space or line break before it.
    private String after(JsonNode value, int indent) {
        String literal = of(value, indent);
        boolean isBroken = !isPython && value.isTextual() && literal.contains("\n");
        return isBroken ? "\n" + " ".repeat(indent + step()) + literal : " " + literal;
    }

    private String text(String text, int indent) {
        List<String> pieces = LINE.matcher(text).results().map(line -> quote(line.group())).toList();
        if (pieces.size() < 2) {
            return quote(text);
        }
        String before = "\n" + " ".repeat(indent + step());
        return isPython
                ? "(" + before + String.join(before, pieces) + "\n" + " ".repeat(indent) + ")"
                : String.join(" +" + before, pieces);
    }

    /// On one line; longer than any line where a text has several.
    private String flat(JsonNode value) {
        var parts = new ArrayList<String>();
        if (value.isObject()) {
            value.properties().forEach(field -> parts.add(key(field.getKey()) + ": " + flat(field.getValue())));
            String inside = String.join(", ", parts);
            return isPython || inside.isEmpty() ? "{" + inside + "}" : "{ " + inside + " }";
        }
        if (value.isArray()) {
            value.forEach(element -> parts.add(flat(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        boolean hasLines = value.isTextual() && value.textValue().strip().contains("\n");
        return hasLines ? " ".repeat(WIDTH + 1) : value.isTextual() ? quote(value.textValue()) : scalar(value);
    }

    private String key(String name) {
        return !isPython && NAME.matcher(name).matches() && !name.equals("__proto__") ? name : quote(name);
    }

    private String scalar(JsonNode value) {
        if (!isPython) {
            return value.toString();
        }
        return value.isNull() ? "None" : value.isBoolean() ? value.asBoolean() ? "True" : "False" : value.toString();
    }

    int step() {
        return isPython ? 4 : 2;
    }

    /// A string in double quotes, which both languages read alike, and Java too.
    static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean isUnseen = unit < ' ' || unit == 0x7F || unit == 0x2028 || unit == 0x2029
                            || unit == 0xFEFF;
                    quoted.append(isUnseen ? "\\u%04x".formatted(unit) : String.valueOf((char) unit));
                }
            }
        });
        return quoted.append('"').toString();
    }
}
