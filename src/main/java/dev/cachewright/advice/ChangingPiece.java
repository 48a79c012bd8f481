package dev.cachewright.advice;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.VariableEdits.Stretch;

/// A piece of text that is taken to be another in each call, wherever an edit moves it to.
///
/// @param context the piece with a few characters before it, so that a short one is not found elsewhere
/// @param text the piece
public record ChangingPiece(String context, String text) {

    private static final int BEFORE = 12;

    public static ChangingPiece of(Block block, Stretch stretch) {
        String before = block.content().substring(Math.max(0, stretch.start() - BEFORE), stretch.start());
        String line = before.substring(before.lastIndexOf('\n') + 1);
        String text = block.content().substring(stretch.start(), stretch.end());
        return new ChangingPiece(line + text, text);
    }

    /// A default value that the piece became, as it is in the call with that number.
    Object in(Object value, int call) {
        return text.equals(value) ? Variation.of(text, call) : value;
    }
}
