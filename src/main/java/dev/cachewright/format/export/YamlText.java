package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import java.util.regex.Pattern;

/// YAML for files that people go on with: names as they are, values as JSON, long ones field by field.
final class YamlText {

    private static final int WIDTH = 80;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w.-]*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");
    /// Line breaks of YAML that are none of JSON.
    private static final Pattern BREAKS = Pattern.compile("[\u0085\u2028\u2029\uFEFF]");

    private YamlText() {
    }

    /// `name: value` and a line break.
    static String field(String name, JsonNode value, int indent) {
        String flat = json(value);
        String start = " ".repeat(indent) + key(name) + ":";
        boolean isShort = value.isValueNode() || value.isEmpty() || flat.length() + indent <= WIDTH;
        return isShort ? start + " " + flat + "\n" : start + "\n" + nested(value, indent + 2);
    }

    private static String nested(JsonNode value, int indent) {
        var lines = new StringBuilder();
        if (value.isObject()) {
            value.properties().forEach(field -> lines.append(field(field.getKey(), field.getValue(), indent)));
        } else {
            value.forEach(element -> lines.append(" ".repeat(indent)).append("- ").append(json(element))
                    .append('\n'));
        }
        return lines.toString();
    }

    private static String key(String name) {
        return NAME.matcher(name).matches() && !WORD.matcher(name).matches() ? name : quote(name);
    }

    static String quote(String text) {
        return escaped(RawJson.quote(text));
    }

    private static String json(JsonNode value) {
        return value.isTextual() ? quote(value.textValue()) : escaped(value.toString());
    }

    /// JSON without what YAML reads otherwise.
    static String escaped(String json) {
        return BREAKS.matcher(json).replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
