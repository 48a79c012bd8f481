package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// One tool, or one content block of an item.
///
/// @param type `thinking`, `tool_use`, …; empty where it has none
/// @param positions how many of Anthropic's positions end with it: of a run of calls or of results only the first does
/// @param isEmpty whether it is a text without characters
/// @param isDeferred whether it is a tool that is loaded when it is needed, and no part of the prefix
/// @param mark the marker that it carries itself
record ItemPart(String type, int positions, boolean isEmpty, boolean isDeferred, Optional<ItemMark> mark) {

    private static final String RESULT = "tool_result";
    private static final String CALL = "tool_use";
    private static final Set<String> RUNS = Set.of(CALL, RESULT);
    private static final Set<String> THINKING = Set.of("thinking", "redacted_thinking");

    static ItemPart text() {
        return new ItemPart("text", 1, false, false, Optional.empty());
    }

    /// The calls of a message of Chat Completions.
    static ItemPart calls() {
        return new ItemPart(CALL, 1, false, false, Optional.empty());
    }

    /// The result of a tool with this content.
    static ItemPart result(JsonNode content) {
        return new ItemPart(RESULT, 1, false, false, markWithin(content));
    }

    /// @param before the type of the part before it; empty where it is the first
    static ItemPart of(JsonNode block, String before) {
        String type = typeOf(block);
        boolean continues = RUNS.contains(type) && type.equals(before);
        boolean isEmpty = type.endsWith("text") && block.path("text").isTextual() && block.path("text").asText()
                .isEmpty();
        Optional<ItemMark> mark = ItemMark.in(block).or(() -> ItemMark.in(block.path("function")))
                .or(() -> type.equals(RESULT) ? markWithin(block.path("content")) : Optional.empty());
        return new ItemPart(type, continues ? 0 : 1, isEmpty, block.path("defer_loading").asBoolean(), mark);
    }

    static String typeOf(JsonNode block) {
        return block.path("type").asText("");
    }

    /// The last marker of a result's content.
    private static Optional<ItemMark> markWithin(JsonNode content) {
        return StreamSupport.stream(content.spliterator(), false).map(ItemMark::in).flatMap(Optional::stream)
                .reduce((first, second) -> second);
    }

    ItemPart marked(Optional<ItemMark> other) {
        return new ItemPart(type, positions, isEmpty, isDeferred, other);
    }

    /// This part after another one of the same run.
    ItemPart continued() {
        return new ItemPart(type, 0, isEmpty, isDeferred, mark);
    }

    boolean isThinking() {
        return THINKING.contains(type);
    }

    /// Whether a prefix can end here.
    boolean isCacheable() {
        return !isEmpty && !isDeferred && !isThinking();
    }
}
