package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ServerJson;
import java.util.Optional;

/// The output of a tool in the list that several calls of one turn have in common.
///
/// JSON stands in it as such, with a space after each comma and colon and escapes for signs beyond ASCII: one request
/// to gpt-4o-mini is exact with both. Other texts were written with escapes (one request to gpt-4o-mini) and without
/// (three to gpt-4o and gpt-5.4).
///
/// @param written the text as it stands in the list
/// @param other how else it may be written
record ListedText(String written, String other, boolean isJson) {

    /// How far JSON may be off, which one request shows.
    private static final int JSON_WIDTH = 2;
    private static final int LAST_OF_ASCII = 127;

    static ListedText of(String text) {
        String plain = JsonNodeFactory.instance.textNode(text).toString();
        Optional<JsonNode> json = ServerJson.read(text).filter(JsonNode::isContainerNode);
        return json.map(node -> new ListedText(escaped(ServerJson.spaced(node)), plain, true)).orElseGet(
                () -> new ListedText(plain, escaped(plain), false));
    }

    private static String escaped(String text) {
        var ascii = new StringBuilder();
        text.chars().forEach(sign -> ascii.append(sign > LAST_OF_ASCII ? "\\u%04x".formatted(sign) : (char) sign));
        return ascii.toString();
    }

    /// From the one to the other.
    Band band(Tokenizer tokenizer) {
        if (written.equals(other)) {
            return Band.EXACT;
        }
        int more = tokenizer.count(other) - tokenizer.count(written);
        int width = isJson ? JSON_WIDTH : 0;
        return new Band(width + Math.max(0, -more), width + Math.max(0, more));
    }
}
