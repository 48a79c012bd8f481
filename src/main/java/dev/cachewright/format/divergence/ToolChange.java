package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.divergence.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// What became of a list of tools.
final class ToolChange {

    private ToolChange() {
    }

    /// @param a the list of the earlier request; may be missing
    static Cause of(JsonNode a, JsonNode b) {
        List<JsonNode> before = list(a);
        List<JsonNode> now = list(b);
        if (isReordered(before, now)) {
            return new Cause(Cause.Kind.TOOLS_REORDERED, "", names(before), names(now));
        }
        List<JsonNode> gone = new ArrayList<>(before);
        gone.removeIf(tool -> isNamed(now, tool));
        List<JsonNode> added = new ArrayList<>(now);
        added.removeIf(tool -> isNamed(before, tool));
        String changed = names(now.stream().filter(tool -> before.stream().anyMatch(
                other -> nameOf(other).equals(nameOf(tool)) && !other.toString().equals(tool.toString()))).toList());
        return new Cause(Cause.Kind.TOOLS_CHANGED, changed, names(gone), names(added));
    }

    /// Whether both have the same tools to the byte, in another order.
    private static boolean isReordered(List<JsonNode> before, List<JsonNode> now) {
        List<String> one = before.stream().map(JsonNode::toString).toList();
        List<String> other = now.stream().map(JsonNode::toString).toList();
        return !one.equals(other) && one.stream().sorted().toList().equals(other.stream().sorted().toList());
    }

    private static List<JsonNode> list(JsonNode tools) {
        return StreamSupport.stream(tools.spliterator(), false).toList();
    }

    private static boolean isNamed(List<JsonNode> tools, JsonNode tool) {
        return tools.stream().anyMatch(other -> nameOf(other).equals(nameOf(tool)));
    }

    private static String names(List<JsonNode> tools) {
        return String.join(", ", tools.stream().map(ToolChange::nameOf).toList());
    }

    /// The name of a tool in the form of each endpoint; its type where it has none.
    static String nameOf(JsonNode tool) {
        JsonNode function = tool.path("function").isObject() ? tool.get("function")
                : tool.path("toolSpec").isObject() ? tool.get("toolSpec") : tool;
        return function.path("name").asText(tool.path("type").asText(""));
    }
}
