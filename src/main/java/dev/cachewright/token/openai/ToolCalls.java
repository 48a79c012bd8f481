package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.CountedText;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
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
    private static final String OPENING = "{\"tool_uses\":[";
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
            counted.identity(message.path("tool_calls").toString()).give(Band.openAbove());
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

    /// The calls that one turn makes as consecutive items, each on its own; they add up to the turn.
    ///
    /// How this endpoint writes them is not recorded; they are counted as chats write them.
    List<Counted> several(List<JsonNode> made) {
        if (hasChannels) {
            return made.stream().map(call -> new Counted.Builder(tokenizer).add(call(call)).give(SEVERAL).build())
                    .toList();
        }
        TokenList whole = atOnce(made).tokens();
        int frame = parallelFrame().build().size();
        // What comes before the end of a call is counted once, and followed from call to call.
        CountedText json = new TextCounter(tokenizer).count(Text.of(OPENING));
        var parts = new ArrayList<Counted>(made.size());
        int from = 0;
        for (int i = 0; i < made.size(); i++) {
            json = json.replace(json.text().length(), 0, atOnceJson(made.get(i), i == 0));
            int to = i == made.size() - 1 ? whole.size() : frame + json.tokens();
            parts.add(new Counted(whole.slice(from, to), UNPROVEN));
            from = to;
        }
        return parts;
    }

    /// Calls of one turn without channels, as recorded in chats.
    private Counted atOnce(List<JsonNode> made) {
        var json = new StringBuilder(OPENING);
        for (int i = 0; i < made.size(); i++) {
            json.append(atOnceJson(made.get(i), i == 0));
        }
        return parallelFrame().text(json.append("]}").toString()).build();
    }

    private Counted.Builder parallelFrame() {
        return new Counted.Builder(tokenizer).signs(callSigns() - FUNCTIONS).text(PARALLEL);
    }

    private static String atOnceJson(JsonNode call, boolean isFirst) {
        return (isFirst ? "" : ",") + "{\"recipient_name\":\"functions." + call.path("name").asText("")
                + "\",\"parameters\":" + ServerJson.compact(call.path("arguments").asText("")) + '}';
    }

    /// What a tool returned.
    Counted output(String callId, JsonNode content) {
        JsonNode call = calls.get(callId);
        var counted = new Counted.Builder(tokenizer).signs(outputSigns());
        if (call == null) {
            counted.give(Band.about(10));
        } else {
            counted.add(recipient(call));
        }
        return counted.add(Contents.counted(content, tokenizer)).build();
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
