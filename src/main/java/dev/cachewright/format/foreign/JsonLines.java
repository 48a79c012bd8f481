package dev.cachewright.format.foreign;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.List;

/// Several JSON objects, each on a line: never one prompt. The first says what they are.
final class JsonLines {

    private JsonLines() {
    }

    /// Whether a text has an object on its first line, and another on the next.
    static boolean is(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(2).map(String::strip).toList();
        if (lines.size() < 2 || !lines.getFirst().startsWith("{") || !lines.getFirst().endsWith("}")
                || !lines.getLast().startsWith("{")) {
            return false;
        }
        try {
            RawJson.fields(lines.getFirst());
            return true;
        } catch (InputException _) {
            return false;
        }
    }

    /// What to say of them.
    static InputException refusal(String text) {
        int count = (int) text.lines().filter(line -> !line.isBlank()).count();
        JsonText first = JsonText.of(text.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
        try {
            RefusedJson.require(first);
        } catch (InputException known) {
            return known;
        }
        if (first.has("custom_id") && first.hasAny("body", "params")) {
            return Refusals.of(Refusals.BATCH, count);
        }
        boolean isExample = first.isArray("messages") && !first.hasAny("model", "response", "usage", "request")
                && first.raw("messages").contains("\"assistant\"");
        return isExample ? Refusals.of(Refusals.FINE_TUNING) : Refusals.of(Refusals.LINES, count);
    }
}
