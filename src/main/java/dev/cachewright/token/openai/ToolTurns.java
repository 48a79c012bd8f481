package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Which call an output of the history answers, and which calls were made in one turn.
///
/// An output belongs to the nearest earlier call of its id: agents repeat ids.
final class ToolTurns {

    private final List<JsonNode> items;
    private final Map<String, NavigableMap<Integer, Call>> calls = new HashMap<>();
    /// For each item the first of the calls that follow each other around it, and the item after the last.
    private final int[] from;
    private final int[] to;

    /// A call of a function.
    ///
    /// @param turn the number of the first item of its turn
    /// @param ofTurn how many calls its turn made
    record Call(JsonNode function, int turn, int ofTurn) {
    }

    /// @param items the messages of the conversation, those without an item of their own too
    ToolTurns(List<JsonNode> items) {
        this.items = List.copyOf(items);
        from = new int[items.size()];
        to = new int[items.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = isCall(i) && isCall(i - 1) ? from[i - 1] : i;
        }
        for (int i = to.length - 1; i >= 0; i--) {
            to[i] = isCall(i) && isCall(i + 1) ? to[i + 1] : i + 1;
        }
        for (int i = 0; i < items.size(); i++) {
            int at = i;
            List<JsonNode> made = madeBy(items.get(i));
            for (int j = 0; j < made.size(); j++) {
                JsonNode id = items.get(i).path("tool_calls").path(j).path("id");
                note(id.asText(made.get(j).path("name").asText()), at, new Call(made.get(j), at, made.size()));
            }
            if (isCall(i)) {
                int turn = from(i);
                note(items.get(i).path("call_id").asText(), at, new Call(items.get(i), turn, to(i) - turn));
            }
        }
    }

    /// The functions that a Chat Completions message calls.
    static List<JsonNode> madeBy(JsonNode message) {
        var made = new ArrayList<JsonNode>();
        message.path("tool_calls").forEach(call -> made.add(call.path("function")));
        if (message.path("function_call").isObject()) {
            made.add(message.get("function_call"));
        }
        return made;
    }

    /// The call that the output at this index answers.
    Optional<Call> answeredBy(int index) {
        JsonNode output = items.get(index);
        String id = Optional.of(output.path("tool_call_id").asText(output.path("call_id").asText("")))
                .filter(named -> !named.isEmpty()).orElse(output.path("name").asText(""));
        return Optional.ofNullable(calls.get(id)).map(ofId -> ofId.lowerEntry(index)).map(Map.Entry::getValue);
    }

    boolean isCall(int index) {
        return index >= 0 && index < items.size() && items.get(index).path("type").asText("").equals("function_call");
    }

    boolean isOutput(int index) {
        if (index < 0 || index >= items.size()) {
            return false;
        }
        JsonNode item = items.get(index);
        return item.path("role").asText("").equals("tool") || item.path("role").asText("").equals("function")
                || item.path("type").asText("").equals("function_call_output");
    }

    /// The first of the calls that follow each other around this one.
    int from(int index) {
        return from[index];
    }

    /// The item after the last of them.
    int to(int index) {
        return to[index];
    }

    private void note(String id, int at, Call call) {
        calls.computeIfAbsent(id, any -> new TreeMap<>()).put(at, call);
    }
}
