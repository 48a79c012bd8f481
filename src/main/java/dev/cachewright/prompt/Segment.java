package dev.cachewright.prompt;

import dev.cachewright.prompt.text.Text;

/// A run of rendered characters with one origin.
///
/// @param blockId the block the characters come from
/// @param content the rendered characters
/// @param start where the run begins in the block's template, in UTF-16 units; for a value, where its tag begins
/// @param isValue whether the characters come from a tag rather than from the author's text; characters of a value
/// have no place of their own in the template
public record Segment(String blockId, Text content, int start, boolean isValue) {

    /// The content in one piece, made anew at each call.
    public String text() {
        return content.toString();
    }

    public int length() {
        return content.length();
    }

    /// The place in the block's template of the character at `offset` in this run.
    public int templateOffset(int offset) {
        return isValue ? start : start + offset;
    }
}
