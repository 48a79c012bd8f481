package dev.cachewright.format.recover;

import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Fields of recorded requests that stand in their rows, under `@body`, since no prompt can vary them: tools in another
/// order each time, a setting, a cache key.
///
/// A prompt sends what the first call has, or nothing. So what differs there from row to row is in no forecast.
public final class OwnFields {

    private OwnFields() {
    }

    /// The names of those that are not the same in all rows and that caches see, in alphabetical order.
    public static List<String> differing(Values values) {
        var names = new TreeSet<String>();
        values.rows().forEach(row -> body(row).keySet().forEach(name -> names.add(String.valueOf(name))));
        return names.stream().filter(ReadCall::isSeenByCaches).filter(name -> differs(name, values.rows())).toList();
    }

    private static boolean differs(String name, List<Row> rows) {
        Object first = body(rows.getFirst()).get(name);
        return rows.stream().anyMatch(row -> !Objects.equals(first, body(row).get(name)));
    }

    private static Map<?, ?> body(Row row) {
        return row.values().get(RecoveredPrompt.BODY) instanceof Map<?, ?> body ? body : Map.of();
    }
}
