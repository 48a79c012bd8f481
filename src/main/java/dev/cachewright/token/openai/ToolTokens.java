package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Optional;

/// The tokens that a server makes of tool definitions, without what is written once around them ([Framing]).
///
/// Exact for nearly all distinct sets of tools in the recordings, gpt-3.5 to gpt-5.6, both endpoints.
final class ToolTokens {

    /// What comes before the first function; with models that do not reason its last sign joins a comment after it.
    private static final String OPENING = " {\n\n";
    /// The widest difference of a set with such details is one token for each.
    private static final int PER_UNPROVEN = 2;

    private ToolTokens() {
    }

    /// The tokens of the functions in a tools array, and how sure they are; those of the text itself where it is not
    /// such an array.
    static Counted counted(String json, Framing framing, Tokenizer tokenizer) {
        Optional<JsonNode> tools = ServerJson.read(json).filter(JsonNode::isArray);
        if (tools.isEmpty()) {
            TokenList tokens = tokenizer.encode(json);
            return new Counted(tokens, Band.about(tokens.size()));
        }
        List<JsonNode> functions = new ArrayList<>();
        tools.get().forEach(tool -> {
            if (isFunction(tool)) {
                functions.add(tool);
            }
        });
        var text = ToolText.of(functions);
        String opening = framing.reasons() ? "" : OPENING;
        CountedText whole = new TextCounter(tokenizer).count(Text.of(opening + text.text()));
        var counted = ToolIdentities.mixed(tools.get(), ToolTokens::isFunction, text.starts().stream()
                .map(start -> whole.tokensBefore(opening.length() + start)).toList(), whole.ids(), tokenizer);
        // A tool of the server's own, like a web search, adds text that is not published.
        counted.give(functions.size() < tools.get().size() ? Band.openAbove() : Band.EXACT);
        return counted.give(Band.about(PER_UNPROVEN * text.unproven())).build();
    }

    private static boolean isFunction(JsonNode tool) {
        return tool.isObject() && (tool.has("function") || tool.path("type").asText("function").equals("function"));
    }
}
