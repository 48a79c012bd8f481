package dev.cachewright.advice.layout;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether tokens stay the same whatever block stands beside another.
///
/// They do where blocks are texts of their own, and within one text where each ends with a line break and none begins
/// with a blank or a slash: the public encodings never cut a token across that border.
final class Borders {

    private Borders() {
    }

    /// @param moving the blocks that may change places
    static boolean areFixed(List<CountedRequest> calls, Set<String> moving) {
        return calls.stream().flatMap(call -> call.request().messages().stream())
                .allMatch(message -> isFixed(message, moving));
    }

    private static boolean isFixed(Message message, Set<String> moving) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Segment segment : message.segments()) {
            texts.merge(segment.blockId(), segment.text(), String::concat);
        }
        if (message.form() != Form.TEXT || texts.size() < 2 || texts.keySet().stream().noneMatch(moving::contains)) {
            return true;
        }
        List<String> parts = List.copyOf(texts.values());
        boolean areEnded = parts.subList(0, parts.size() - 1).stream().allMatch(text -> text.endsWith("\n"));
        boolean isLastFree = moving.contains(List.copyOf(texts.keySet()).getLast());
        return areEnded && parts.stream().allMatch(Borders::beginsClean)
                && (!isLastFree || parts.getLast().endsWith("\n"));
    }

    private static boolean beginsClean(String text) {
        return !text.isEmpty() && text.charAt(0) != '/' && !Character.isWhitespace(text.charAt(0));
    }
}
