package dev.cachewright.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Unmodifiable maps that keep their order, for what a file says besides the text.
public final class Attributes {

    private Attributes() {
    }

    public static <V> SequencedMap<String, V> none() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>());
    }

    public static <V> SequencedMap<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /// `map` without one entry.
    public static SequencedMap<String, String> without(Map<String, String> map, String key) {
        return with(map, Map.entry(key, ""));
    }

    /// `map` with one entry set, or removed where its value is empty.
    static SequencedMap<String, String> with(Map<String, String> map, Map.Entry<String, String> entry) {
        var copy = new LinkedHashMap<>(map);
        if (entry.getValue().isEmpty()) {
            copy.remove(entry.getKey());
        } else {
            copy.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableSequencedMap(copy);
    }
}
