package dev.cachewright.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The values of one request by variable name: text, numbers, booleans, lists or maps of these.
public record Row(Map<String, Object> values) {

    private static final Row EMPTY = new Row(Map.of());

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Row empty() {
        return EMPTY;
    }

    /// This row over `defaults`: a value of the row wins.
    public Row over(Map<String, Object> defaults) {
        if (defaults.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<>(defaults);
        all.putAll(values);
        return new Row(all);
    }

    /// The value at a dotted path, or nothing where a step is missing.
    public Optional<Object> at(String path) {
        if (values.containsKey(path)) {
            return Optional.ofNullable(values.get(path));
        }
        Object current = values;
        for (String step : path.split("\\.")) {
            if (!(current instanceof Map<?, ?> map) || !map.containsKey(step)) {
                return Optional.empty();
            }
            current = map.get(step);
        }
        return Optional.ofNullable(current);
    }
}
