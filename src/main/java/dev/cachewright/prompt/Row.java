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
        return at(path, Map.of());
    }

    /// The value at a dotted path in this row over `defaults`, without putting them together.
    Optional<Object> at(String path, Map<String, Object> defaults) {
        if (values.containsKey(path) || defaults.containsKey(path)) {
            return Optional.ofNullable(get(path, defaults));
        }
        String[] steps = path.split("\\.", -1);
        Optional<Object> current = Optional.ofNullable(get(steps[0], defaults));
        for (int i = 1; i < steps.length && current.isPresent(); i++) {
            current = current.get() instanceof Map<?, ?> map ? Optional.ofNullable(map.get(steps[i]))
                    : Optional.empty();
        }
        return current;
    }

    private Object get(String name, Map<String, Object> defaults) {
        return values.containsKey(name) ? values.get(name) : defaults.get(name);
    }
}
