package dev.cachewright.prompt.template;

import java.util.LinkedHashMap;
import java.util.Map;

/// The values of a row as the engine takes them.
///
/// @param model what names reach
/// @param data what names with an `@` reach, such as `@state`, which the program that runs a prompt knows
record RowValues(Map<String, Object> model, Map<String, Object> data) {

    static RowValues of(Map<String, Object> values) {
        var model = new LinkedHashMap<String, Object>();
        var data = new LinkedHashMap<String, Object>();
        ValueMarks.mark(values).forEach((name, value) -> {
            if (name.startsWith("@")) {
                put(data, name.substring(1), value);
            } else {
                model.put(name, value);
            }
        });
        return new RowValues(model, data);
    }

    /// A column `@state.count` is the count in the state.
    private static void put(Map<String, Object> data, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot >= 0) {
            var inner = new LinkedHashMap<String, Object>();
            put(inner, name.substring(dot + 1), value);
            put(data, name.substring(0, dot), inner);
        } else if (data.get(name) instanceof Map<?, ?> before && value instanceof Map<?, ?> map) {
            var both = new LinkedHashMap<Object, Object>(before);
            both.putAll(map);
            data.put(name, both);
        } else {
            data.put(name, value);
        }
    }
}
