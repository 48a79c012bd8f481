package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Counted;
import java.util.List;
import java.util.function.Predicate;

/// Tells tools apart whose rendered text is the same: by the order of keys, by fields that are not written.
final class ToolIdentities {

    private ToolIdentities() {
    }

    /// The tokens of all functions, each with the identity of its definition in its first token; tools of the server's
    /// own leave theirs to the function that follows.
    ///
    /// @param starts how many tokens come before each function
    static Counted.Builder mixed(JsonNode tools, Predicate<JsonNode> isFunction, List<Integer> starts,
            TokenList tokens, Tokenizer tokenizer) {
        var counted = new Counted.Builder(tokenizer);
        int from = 0;
        int function = 0;
        for (JsonNode tool : tools) {
            if (isFunction.test(tool)) {
                int start = Math.clamp(starts.get(function++), from, tokens.size());
                // A change of a server tool before it parts here too.
                counted.add(Counted.exactly(tokens.slice(from, start)));
                from = start;
            }
            counted.identity(residue(tool));
        }
        return counted.add(Counted.exactly(tokens.slice(from, tokens.size())));
    }

    /// The definition without the name and the description of the function, whose text the tokens have.
    private static String residue(JsonNode tool) {
        JsonNode copy = tool.deepCopy();
        JsonNode named = copy.has("function") ? copy.get("function") : copy;
        if (named instanceof ObjectNode function && function.path("name").isTextual()) {
            function.put("name", "");
            String description = function.path("description").asText("");
            if (!description.isEmpty() && description.equals(description.strip()) && !description.contains("\n")) {
                function.put("description", "");
            }
        }
        return copy.toString();
    }
}
