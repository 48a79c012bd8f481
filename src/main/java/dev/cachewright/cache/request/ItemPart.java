package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// One tool, one content block of an item, or one content block of a result.
///
/// @param number of the tool or block in its item, from 1 on; that of the result for what is in it
/// @param type `thinking`, `tool_use`, …; empty where it has none
/// @param positions how many of Anthropic's positions end with it: of a run of calls or of results only the first does
/// @param isEmpty whether it is a text without characters, blanks apart
/// @param isDeferred whether it is a tool that is loaded when it is needed, and no part of the prefix
/// @param mark the marker that it carries itself
record ItemPart(int number, String type, int positions, boolean isEmpty, boolean isDeferred, Optional<ItemMark> mark) {

    static final String RESULT = "tool_result";
    private static final String CALL = "tool_use";
    private static final Set<String> RUNS = Set.of(CALL, RESULT);
    private static final Set<String> THINKING = Set.of("thinking", "redacted_thinking");

    static ItemPart text() {
        return new ItemPart(1, "text", 1, false, false, Optional.empty());
    }

    /// The calls of a message of Chat Completions.
    static ItemPart calls(int number) {
        return new ItemPart(number, CALL, 1, false, false, Optional.empty());
    }

    /// The result of a tool in Chat Completions, with this content.
    static ItemPart result(JsonNode content) {
        return new ItemPart(1, RESULT, 1, false, false, markIn(content));
    }

    /// A block of a result, but for the last, which ends where the result does.
    static ItemPart within(int number, JsonNode block) {
        return new ItemPart(number, RESULT, 0, isEmpty(block), false, ItemMark.in(block));
    }

    /// @param before the type of the block before it; empty where it is the first
    static ItemPart of(int number, JsonNode block, String before) {
        String type = typeOf(block);
        boolean continues = RUNS.contains(type) && type.equals(before);
        JsonNode last = type.equals(RESULT) ? block.path("content").path(block.path("content").size() - 1) : block;
        Optional<ItemMark> mark = ItemMark.in(block).or(() -> ItemMark.in(block.path("function")))
                .or(() -> ItemMark.in(last))
                .or(() -> markIn(block.path("content")).filter(_ -> type.equals("search_result")))
                .or(() -> markIn(block.path("source").path("content")));
        boolean isOwn = ItemMark.in(block).isPresent() || !type.equals(RESULT);
        return new ItemPart(number, type, continues ? 0 : 1, isEmpty(isOwn ? block : last), block.path("defer_loading")
                .asBoolean(), mark);
    }

    private static boolean isEmpty(JsonNode block) {
        return typeOf(block).endsWith("text") && block.path("text").isTextual() && block.path("text").asText()
                .isBlank();
    }

    static String typeOf(JsonNode block) {
        return block.path("type").asText("");
    }

    /// The last marker of these blocks.
    private static Optional<ItemMark> markIn(JsonNode content) {
        return StreamSupport.stream(content.spliterator(), false).map(ItemMark::in).flatMap(Optional::stream)
                .reduce((first, second) -> second);
    }

    ItemPart marked(Optional<ItemMark> other) {
        return new ItemPart(number, type, positions, isEmpty, isDeferred, other);
    }

    /// This part after another one of the same run.
    ItemPart continued() {
        return new ItemPart(number, type, 0, isEmpty, isDeferred, mark);
    }

    boolean isThinking() {
        return THINKING.contains(type);
    }

    /// Whether it is the result of a tool that runs on the server: `web_search_tool_result`, ….
    boolean isServerResult() {
        return type.endsWith("_" + RESULT);
    }

    /// Whether a prefix can end here.
    boolean isCacheable() {
        return !isEmpty && !isDeferred && !isThinking();
    }
}
