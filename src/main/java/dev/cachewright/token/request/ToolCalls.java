package dev.cachewright.token.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tokens of tool calls and tool outputs in the history.
///
/// A call is a message of the assistant to the function, with the arguments as they are; an output is a message of
/// the function, so that its name counts twice. Models without channels make several calls at once through a function
/// of their own, whose arguments hold the calls.
final class ToolCalls {

    private static final String PARALLEL = "multi_tool_use.parallel";
    /// `functions` before the name, whose place a namespace takes.
    private static final int FUNCTIONS = 1;
    /// What the frames would differ by if a further call or an unknown one were framed in the other way.
    private static final Band UNPROVEN = Band.about(5);

    /// No recording shows several calls of one turn with channels.
    private static final Band SEVERAL = Band.about(3);

    private final Tokenizer tokenizer;
    private final boolean hasChannels;
    private final Api api;
    private final Map<String, JsonNode> calls = new HashMap<>();

    /// @param items the messages of the conversation that are items
    ToolCalls(List<JsonNode> items, Api api, Framing framing, Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.hasChannels = framing.hasChannels();
        this.api = api;
        for (JsonNode item : items) {
            item.path("tool_calls").forEach(call -> calls.put(call.path("id").asText(), call.path("function")));
            if (item.path("type").asText("").equals("function_call")) {
                calls.put(item.path("call_id").asText(), item);
            }
        }
    }

    /// The calls of one Chat Completions message.
    Counted ofMessage(JsonNode message) {
        var counted = new Counted.Builder(tokenizer);
        List<JsonNode> made = new ArrayList<>();
        message.path("tool_calls").forEach(call -> made.add(call.path("function")));
        if (!made.stream().allMatch(call -> call.path("arguments").isTextual())) {
            // A call of a custom tool, which no recording shows.
            counted.give(Band.openAbove());
        }
        String said = Contents.of(message.path("content")).text();
        if (!said.isEmpty()) {
            counted.signs(3).text("assistant").signs(hasChannels ? MessageFrame.channel("commentary", 0) : 0).text(said)
                    .give(UNPROVEN);
        }
        if (made.size() > 1 && !hasChannels) {
            return counted.add(atOnce(made)).build();
        }
        made.forEach(call -> counted.add(call(call)));
        return counted.give(made.size() > 1 ? SEVERAL : Band.EXACT).build();
    }

    /// One call.
    Counted call(JsonNode call) {
        return new Counted.Builder(tokenizer).signs(callSigns()).add(recipient(call)).text(call.path("arguments")
                .asText("")).build();
    }

    /// One of several calls that one turn makes as consecutive items; the parts of a turn add up to the turn.
    ///
    /// How this endpoint writes them is not recorded; they are counted as chats write them.
    ///
    /// @param index of the call in its turn
    Counted oneOfSeveral(List<JsonNode> made, int index) {
        if (hasChannels) {
            return new Counted.Builder(tokenizer).add(call(made.get(index))).give(SEVERAL).build();
        }
        TokenList whole = atOnce(made).tokens();
        boolean isLast = index == made.size() - 1;
        int from = index == 0 ? 0 : sizeUpTo(made, index);
        int to = isLast ? whole.size() : sizeUpTo(made, index + 1);
        return new Counted(TokenList.of(Arrays.copyOfRange(whole.toArray(), from, to)), UNPROVEN);
    }

    private int sizeUpTo(List<JsonNode> made, int count) {
        return parallelFrame().text(atOnceJson(made.subList(0, count))).build().size();
    }

    /// Calls of one turn without channels, as recorded in chats.
    private Counted atOnce(List<JsonNode> made) {
        return parallelFrame().text(atOnceJson(made) + "]}").build();
    }

    private Counted.Builder parallelFrame() {
        return new Counted.Builder(tokenizer).signs(callSigns() - FUNCTIONS).text(PARALLEL);
    }

    private static String atOnceJson(List<JsonNode> made) {
        var json = new StringBuilder("{\"tool_uses\":[");
        for (JsonNode call : made) {
            json.append(call == made.getFirst() ? "" : ",").append("{\"recipient_name\":\"functions.").append(call.path(
                    "name").asText("")).append("\",\"parameters\":").append(ServerJson.compact(call.path("arguments")
                            .asText("")))
                    .append('}');
        }
        return json.toString();
    }

    /// What a tool returned.
    Counted output(String callId, JsonNode content) {
        var contents = Contents.of(content);
        JsonNode call = calls.get(callId);
        var counted = new Counted.Builder(tokenizer).signs(outputSigns());
        if (call == null) {
            counted.give(Band.about(10));
        } else {
            counted.add(recipient(call));
        }
        return counted.text(contents.text()).give(contents.band()).build();
    }

    private Counted recipient(JsonNode call) {
        var counted = new Counted.Builder(tokenizer);
        String namespace = call.path("namespace").asText("");
        if (!namespace.isEmpty()) {
            TokenList tokens = tokenizer.encode(namespace);
            counted.signs(tokens.size() - FUNCTIONS);
        }
        return counted.text(call.path("name").asText("")).build();
    }

    private int callSigns() {
        if (hasChannels) {
            return 12;
        }
        return api == Api.CHAT ? 10 : 8;
    }

    /// Together with those of the call: 13 and 11 without channels, 19 and 20 with them.
    private int outputSigns() {
        if (hasChannels) {
            return api == Api.CHAT ? 7 : 8;
        }
        return 3;
    }
}
