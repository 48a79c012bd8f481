package dev.cachewright.format.body;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The order of the tools in a tools array: one in another order is another prefix.
public final class ToolOrder {

    private ToolOrder() {
    }

    /// The array with its tools sorted by name, each as its exact text, and what is between them as it is; the same text
    /// where it is no tools array.
    public static String byName(String tools) {
        List<String> names = ToolNames.of(tools);
        List<String> elements;
        try {
            elements = RawJson.elements(tools);
        } catch (InputException _) {
            return tools;
        }
        if (elements.size() != names.size()) {
            return tools;
        }
        List<String> sorted = IntStream.range(0, names.size()).boxed().sorted(Comparator.comparing(names::get))
                .map(elements::get).toList();
        var text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < elements.size(); i++) {
            int start = tools.indexOf(elements.get(i), at);
            text.append(tools, at, start).append(sorted.get(i));
            at = start + elements.get(i).length();
        }
        return text.append(tools.substring(at)).toString();
    }

    /// Whether two arrays have the same tools by name, in another order.
    public static boolean differs(String one, String other) {
        List<String> names = ToolNames.of(one);
        List<String> others = ToolNames.of(other);
        List<String> sorted = new ArrayList<>(names);
        List<String> sortedOthers = new ArrayList<>(others);
        sorted.sort(Comparator.naturalOrder());
        sortedOthers.sort(Comparator.naturalOrder());
        return !names.equals(others) && sorted.equals(sortedOthers);
    }
}
