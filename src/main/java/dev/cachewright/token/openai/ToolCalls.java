package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import dev.cachewright.token.part.Signs;
import java.util.ArrayList;
import java.util.List;

/// The tokens of tool calls in the history.
///
/// A call is a message of the assistant to the function. Several calls of one turn are one call of a function of the
/// server's own, whose arguments hold the calls, but for Responses requests to models without channels.
final class ToolCalls {

    /// Fields of a message with calls that are counted, or known not to be.
    private static final String[] READ = {"role", "content", "tool_calls", "name", "id", "reasoning_details",
            "cache_control", "annotations", "function_call"};
    private static final String ASSISTANT = "assistant";
    private static final String PARALLEL = "multi_tool_use.parallel";
    private static final String OPENING = "{\"tool_uses\":[";
    /// `functions` before the name, whose place a namespace takes.
    private static final String FUNCTIONS = "functions";
    /// What the frames would differ by if a part were framed in the other way.
    private static final Band UNPROVEN = Band.about(5);
    /// Of four calls at once with channels, two tokens less were recorded; two calls were seen at once only.
    private static final Band SEVERAL = Band.about(2);
    private static final int PROVEN_AT_ONCE = 2;
    /// What a call costs more that comes back with its id and status, as the only one of its turn: 24 requests. From
    /// gpt-5 to gpt-5.3 a call costs as much less without an id (6 requests of three projects).
    private static final int COME_BACK = 3;

    private final Tokenizer tokenizer;
    private final Framing framing;
    private final Api api;
    private final boolean isEarly;
    private final boolean paysForIds;
    private final PictureTokens pictures;

    /// @param model its id
    ToolCalls(String model, Api api, Framing framing, Tokenizer tokenizer, PictureTokens pictures) {
        this.pictures = pictures;
        isEarly = OpenAiText.isEarly(model);
        paysForIds = api != Api.CHAT && OpenAiText.isEarlyFive(model);
        this.tokenizer = tokenizer;
        this.framing = framing;
        this.api = api;
    }

    /// Whether the server writes this many calls of one turn as one, and so their outputs.
    boolean areOne(int calls) {
        return calls > 1 && (api == Api.CHAT || framing.hasChannels() && calls <= PROVEN_AT_ONCE);
    }

    /// The calls of one Chat Completions message.
    Counted ofMessage(JsonNode message) {
        var counted = new Counted.Builder(tokenizer);
        List<JsonNode> made = ToolTurns.madeBy(message);
        if (!made.stream().allMatch(call -> call.path("arguments").isTextual())) {
            // A call of a custom tool, which no recording shows.
            counted.identity(message.path("tool_calls").toString()).give(Band.openAbove());
        }
        String name = message.path("name").asText("");
        counted.text(name.isEmpty() ? "" : ":" + name);
        String said = Contents.textOf(message.path("content"));
        if (!said.isEmpty()) {
            int channel = framing.hasChannels() ? MessageFrame.channel("commentary", 0) : 0;
            counted.add(MessageFrame.head(ASSISTANT, channel, tokenizer).build()).text(said).signs(1,
                    Signs.MESSAGE_END).give(framing.reasons() ? UNPROVEN : Band.EXACT);
        }
        JsonNode others = ServerJson.without(message, READ);
        if (others.properties().stream().anyMatch(field -> !field.getValue().isNull())) {
            counted.identity(others.toString());
        }
        new Contents(message.path("content"), pictures).addOthers(counted);
        if (message.hasNonNull("reasoning_details")) {
            counted.give(Band.openAbove());
        }
        if (areOne(made.size())) {
            several(made).forEach(counted::add);
        } else {
            made.forEach(call -> counted.add(call(call)));
        }
        return counted.build();
    }

    /// The only call of its turn.
    Counted call(JsonNode call) {
        boolean isBack = call.hasNonNull("id") && call.hasNonNull("status");
        return call(call, isBack && api != Api.CHAT && !framing.hasChannels() ? COME_BACK : 0);
    }

    private Counted call(JsonNode call, int more) {
        String arguments = call.path("arguments").asText("");
        boolean areKept = api != Api.CHAT || framing.hasChannels();
        return frame(callSigns() + more - withoutId(call)).add(recipient(call, tokenizer))
                .text(areKept ? arguments : compact(arguments))
                .give(framing.reasons() && !framing.hasChannels() ? UNPROVEN : Band.EXACT).build();
    }

    /// Spaces do not count, but for early models one after each sign (one reported call).
    private String compact(String arguments) {
        if (ServerJson.read(arguments).isEmpty()) {
            return arguments;
        }
        String compact = ServerJson.compact(arguments);
        return isEarly && !compact.equals(arguments)
                ? ServerJson.spaced(ServerJson.read(arguments).get())
                : compact;
    }

    /// The calls that one turn makes, each on its own; they add up to the turn.
    List<Counted> several(List<JsonNode> made) {
        if (!areOne(made.size())) {
            return made.stream().map(call -> new Counted.Builder(tokenizer).add(call(call, 0)).give(framing.reasons()
                    ? SEVERAL
                    : Band.EXACT).build()).toList();
        }
        var pieces = new ArrayList<String>();
        for (int i = 0; i < made.size(); i++) {
            pieces.add((i == 0 ? OPENING : ",") + atOnceJson(made.get(i)) + (i == made.size() - 1 ? "]}" : ""));
        }
        Counted frame = frame(callSigns() - 1).text(PARALLEL).build();
        return CutText.cut(frame, pieces, atOnceBand(made), tokenizer);
    }

    private Band atOnceBand(List<JsonNode> made) {
        if (framing.reasons() && !framing.hasChannels()) {
            return UNPROVEN;
        }
        return made.stream().allMatch(call -> withoutId(call) == 0) ? Band.EXACT : new Band(COME_BACK, 0);
    }

    private static String atOnceJson(JsonNode call) {
        return "{\"recipient_name\":\"functions." + call.path("name").asText("") + "\",\"parameters\":" + ServerJson
                .compact(call.path("arguments").asText("")) + '}';
    }

    private int withoutId(JsonNode call) {
        return paysForIds && !call.hasNonNull("id") ? COME_BACK : 0;
    }

    /// What comes before the name: it begins as the reply does.
    private Counted.Builder frame(int signs) {
        return new Counted.Builder(tokenizer).signs(1, Signs.MESSAGE_START).text(ASSISTANT).signs(signs - 2);
    }

    private int callSigns() {
        if (framing.hasChannels()) {
            return 12;
        }
        return api == Api.CHAT ? 10 : 8;
    }

    /// The name of a function as it follows `functions`, whose token is counted with the frame.
    static Counted recipient(JsonNode call, Tokenizer tokenizer) {
        String name = call.path("name").asText("");
        if (name.isEmpty()) {
            return new Counted.Builder(tokenizer).build();
        }
        String namespace = call.path("namespace").asText("");
        TokenList whole = tokenizer.encode((namespace.isEmpty() ? FUNCTIONS : namespace) + '.' + name);
        return new Counted(whole.slice(1, whole.size()), Band.EXACT);
    }
}
