package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.record.Recording;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Recorded calls by the rules, and the lines of their file that were passed over.
///
/// @param file its name
public record ReplayReport(CallsReport calls, String file, List<Recording.Unread> unread) implements Report {

    public ReplayReport {
        unread = List.copyOf(unread);
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = calls.json();
        if (!unread.isEmpty()) {
            ObjectNode told = json.putObject("unread").put("count", unread.size()).put("first", file + ":" + unread
                    .getFirst().line());
            ObjectNode reasons = told.putObject("reasons");
            endpoints().forEach((endpoint, lines) -> reasons.put("unknown endpoint " + endpoint, lines));
        }
        return json;
    }

    private Map<String, Long> endpoints() {
        return unread.stream().collect(Collectors.groupingBy(Recording.Unread::endpoint, TreeMap::new,
                Collectors.counting()));
    }

    @Override
    public Table table() {
        return calls.table();
    }

    @Override
    public String summary() {
        return calls.summary();
    }

    /// What a reader should know: lines that were passed over, counts that cannot be right.
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (!unread.isEmpty()) {
            List<String> endpoints = endpoints().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue()
                    .reversed()).map(entry -> entry.getKey() + " (" + Numbers.count(entry.getValue()) + ")").toList();
            warnings.add("lines of other endpoints are passed over, the first is line " + unread.getFirst().line()
                    + ": " + String.join(", ", FewWords.lines(endpoints, Function.identity())));
        }
        warnings.addAll(calls.warnings());
        return warnings;
    }
}
