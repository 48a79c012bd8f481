package dev.cachewright.format.log.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.LogFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The attributes of a span by name: from OTLP's list of keys and values, or from an object, flat or nested.
final class SpanAttributes {

    private static final List<String> NESTED = List.of("gen_ai", "llm", "openinference", "session", "server");

    private SpanAttributes() {
    }

    static LogFields of(LogFields span) {
        var flat = new LinkedHashMap<String, String>();
        for (String attribute : span.list("attributes")) {
            LogFields pair = LogFields.of(attribute);
            flat.put(pair.text("key"), value(pair.object("value")));
        }
        span.object("attributes").all().forEach((name, value) -> {
            if (NESTED.contains(name) && RawJson.isObject(value)) {
                flatten(name, RawJson.tree(value), flat);
            } else {
                flat.put(name, value);
            }
        });
        return LogFields.of(flat);
    }

    /// A value of OTLP as plain JSON. Its whole numbers may be texts.
    private static String value(LogFields value) {
        if (value.has("arrayValue")) {
            return value.object("arrayValue").list("values").stream().map(each -> value(LogFields.of(each)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.has("kvlistValue")) {
            var fields = new LinkedHashMap<String, String>();
            for (String pair : value.object("kvlistValue").list("values")) {
                fields.put(LogFields.of(pair).text("key"), value(LogFields.of(pair).object("value")));
            }
            return RawJson.object(fields);
        }
        String number = value.text("intValue");
        return number.isEmpty() ? value.all().values().stream().findFirst().orElse("null") : number;
    }

    private static void flatten(String name, JsonNode node, SequencedMap<String, String> flat) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(name + '.' + field.getKey(), field.getValue(), flat));
        } else if (node.isArray() && node.path(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(name + '.' + i, node.get(i), flat);
            }
        } else {
            flat.put(name, node.toString());
        }
    }
}
