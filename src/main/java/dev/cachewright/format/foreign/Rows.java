package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values for the variables of a prompt, as JSON Lines.
final class Rows {

    private final List<ObjectNode> rows = new ArrayList<>();

    /// Adds a row; one without a value is none.
    void add(JsonNode values) {
        if (values instanceof ObjectNode row && !row.isEmpty()) {
            rows.add(row);
        }
    }

    static Rows one(Map<String, JsonNode> values) {
        var rows = new Rows();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        values.forEach(row::set);
        rows.add(row);
        return rows;
    }

    int size() {
        return rows.size();
    }

    /// The names that some row gives, in the order of their first row.
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(names::add));
        return names;
    }

    String lines() {
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(row).append('\n'));
        return lines.toString();
    }
}
