package dev.cachewright.format.file;

import java.util.List;

/// The body of a prompt file, cut into its blocks without changing a character.
///
/// @param tail characters after the last block that belong to none: layout, a role without text
record SourceBody(List<SourceBlock> blocks, String tail) {

    SourceBody {
        blocks = List.copyOf(blocks);
    }

    /// The same without its blocks: all are written anew.
    SourceBody withoutBlocks() {
        return new SourceBody(List.of(), layout());
    }

    /// The white space that the file ends with, whatever its last block is; empty where more follows that.
    String layout() {
        String end = tail.startsWith(BlocksWriter.END_GUARD) ? tail.substring(BlocksWriter.END_GUARD.length()) : tail;
        return end.isBlank() ? end : "";
    }

    /// Whether the tail follows a block with this id; with no blocks it follows nothing.
    boolean endsWith(String id) {
        return blocks.isEmpty() ? id.isEmpty() : blocks.getLast().block().id().equals(id);
    }
}
