package dev.cachewright.format.recover;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The variables of a prompt while it is made, with what each call has for them.
final class Columns {

    private static final Set<String> TAKEN = Set.of("if", "else", "each", "unless", "with", "this", "role", "media",
            "history", "section", "json", "lookup", "log", "true", "false", "null", "undefined", "ifEquals",
            "unlessEquals", "is", "are", "the", "a", "an", "at", "on", "of", "and", "or", "to", "in", "for",
            "you", "your", "i", "we", "our", "they", "it", "its", "he", "she", "by", "from", "as", "be", "not", "no");

    private final Map<String, List<?>> byName = new LinkedHashMap<>();
    private final Map<List<?>, String> names = new HashMap<>();

    /// The name of the variable with these values, one a call: `wanted` where it is free, or what has them already.
    String add(String wanted, List<?> values) {
        String known = names.get(values);
        if (known != null) {
            return known;
        }
        String stem = TAKEN.contains(wanted.toLowerCase(Locale.ROOT)) ? "value" : wanted;
        String name = stem;
        for (int i = 2; byName.containsKey(name); i++) {
            name = stem + i;
        }
        byName.put(name, values);
        names.put(values, name);
        return name;
    }

    /// What one call has for each variable.
    Map<String, Object> of(int call) {
        Map<String, Object> values = new LinkedHashMap<>();
        byName.forEach((name, all) -> values.put(name, all.get(call)));
        return values;
    }
}
