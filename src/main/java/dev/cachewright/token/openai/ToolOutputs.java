package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tokens of what tools returned.
///
/// An output is a message of its function, whose name counts again. The outputs of calls that are written as one are
/// one as well: a list of texts.
final class ToolOutputs {

    private static final String PARALLEL = "multi_tool_use.parallel";
    private static final Band UNPROVEN = Band.about(10);

    private final List<JsonNode> items;
    private final ToolTurns turns;
    private final ToolCalls calls;
    private final Api api;
    private final Framing framing;
    private final Tokenizer tokenizer;
    private final PictureTokens pictures;
    /// The list of outputs that was asked for last.
    private Cut cut = new Cut(0, 0, List.of());

    /// Outputs from one index to before another, each with its tokens.
    private record Cut(int from, int to, List<Counted> parts) {
    }

    ToolOutputs(List<JsonNode> items, ToolCalls calls, Api api, Framing framing, Tokenizer tokenizer,
            PictureTokens pictures) {
        this.items = List.copyOf(items);
        this.turns = new ToolTurns(items);
        this.calls = calls;
        this.api = api;
        this.framing = framing;
        this.tokenizer = tokenizer;
        this.pictures = pictures;
    }

    ToolTurns turns() {
        return turns;
    }

    /// The tokens of the output at this index.
    Counted of(int index) {
        var contents = contents(index);
        Optional<ToolTurns.Call> call = turns.answeredBy(index);
        if (call.filter(made -> calls.areOne(made.ofTurn())).isPresent()) {
            return ofTurn(index, call.get());
        }
        var counted = new Counted.Builder(tokenizer).signs(framing.hasChannels() ? api == Api.CHAT ? 7 : 8 : 3);
        if (call.isEmpty()) {
            counted.give(UNPROVEN);
        } else if (api == Api.CHAT) {
            counted.text(call.get().function().path("name").asText(""));
        } else {
            counted.add(ToolCalls.recipient(call.get().function(), tokenizer));
        }
        return contents.addTo(counted).build();
    }

    private Contents contents(int index) {
        JsonNode item = items.get(index);
        return new Contents(item.has("output") ? item.get("output") : item.path("content"), pictures);
    }

    private Counted ofTurn(int index, ToolTurns.Call call) {
        if (index < cut.from() || index >= cut.to()) {
            cut = cutAround(index, call);
        }
        var contents = contents(index);
        Counted part = cut.parts().get(index - cut.from());
        // The text of all outputs is one, and a picture may stand before any of it.
        return contents.addOthers(contents.identify(new Counted.Builder(tokenizer)).add(part))
                .give(ListedText.of(contents.text()).band(tokenizer))
                .build();
    }

    private Cut cutAround(int index, ToolTurns.Call call) {
        int from = index;
        while (answers(from - 1, call.turn())) {
            from--;
        }
        int to = index + 1;
        while (answers(to, call.turn())) {
            to++;
        }
        var pieces = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            pieces.add(
                    (i == from ? "[" : ", ") + ListedText.of(contents(i).text()).written() + (i == to - 1 ? "]" : ""));
        }
        return new Cut(from, to, CutText.cut(frame(), pieces, to - from == call.ofTurn() ? Band.EXACT : UNPROVEN,
                tokenizer));
    }

    /// Together with the call 20 (12 requests); with channels 30 (4), and 26 in chats (2).
    private Counted frame() {
        int signs = framing.hasChannels() ? api == Api.CHAT ? 7 : 11 : 3;
        return new Counted.Builder(tokenizer).signs(signs).text(PARALLEL).build();
    }

    private boolean answers(int index, int turn) {
        return turns.isOutput(index) && turns.answeredBy(index).filter(call -> call.turn() == turn).isPresent();
    }
}
