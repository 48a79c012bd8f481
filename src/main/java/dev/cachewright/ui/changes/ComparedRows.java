package dev.cachewright.ui.changes;

import dev.cachewright.analysis.Comparison;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The two requests as rows of values: what became a variable has what either had in its place.
final class ComparedRows {

    private ComparedRows() {
    }

    /// @param changes of the prompt before the variables were made
    /// @return JSON Lines
    static String of(Prompt before, Prompt made, List<Comparison.Change> changes) {
        Map<String, String> others = new HashMap<>();
        changes.forEach(change -> before.block(change.blockId()).ifPresent(block -> others.putIfAbsent(
                block.content().substring(change.start(), change.end()), change.other())));
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> second = new LinkedHashMap<>();
        made.defaults().forEach((name, value) -> {
            if (!before.defaults().containsKey(name) && value instanceof String text) {
                first.put(name, text);
                second.put(name, others.getOrDefault(text, text));
            }
        });
        return line(first) + "\n" + line(second) + "\n";
    }

    private static String line(Map<String, String> row) {
        var fields = new LinkedHashMap<String, String>();
        row.forEach((name, text) -> fields.put(name, RawJson.quote(text)));
        return RawJson.object(fields).replaceAll("\\s*[\\r\\n]\\s*", " ");
    }
}
