package dev.cachewright.advice;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.VariableEdits.Stretch;

/// Where in a prompt something is found.
///
/// @param blockId the block; empty for a setting, or for the request as a whole
/// @param start in the content of the block, in UTF-16 units
/// @param end after the last character
/// @param field the setting (`model`, `cache.key`, `cache.mode`, …); empty for a block
/// @param text the characters that are meant; empty for a block or a request as a whole
public record Spot(String blockId, int start, int end, String field, String text) {

    /// The longest text that is named.
    private static final int LONGEST = 80;

    public Spot {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /// A stretch of a block.
    public static Spot of(Block block, Stretch stretch) {
        return of(block, stretch.start(), stretch.end());
    }

    /// A stretch of a block.
    public static Spot of(Block block, int start, int end) {
        return new Spot(block.id(), start, end, "",
                block.content().substring(start, Math.min(end, start + LONGEST + 1)));
    }

    /// A block as a whole.
    public static Spot of(Block block) {
        return new Spot(block.id(), 0, block.content().length(), "", "");
    }

    /// A setting and its value.
    public static Spot setting(String field, String value) {
        return new Spot("", 0, 0, field, value);
    }

    /// The request as a whole.
    public static Spot request() {
        return new Spot("", 0, 0, "", "");
    }
}
