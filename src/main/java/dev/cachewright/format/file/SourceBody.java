package dev.cachewright.format.file;

import java.util.List;

/// The body of a prompt file, cut into its blocks without changing a character.
///
/// @param tail characters after the last block that belong to none: layout, a role without text
record SourceBody(List<SourceBlock> blocks, String tail) {

    private static final SourceBody EMPTY = new SourceBody(List.of(), "");

    SourceBody {
        blocks = List.copyOf(blocks);
    }

    static SourceBody empty() {
        return EMPTY;
    }

    /// Whether the tail follows a block with this id; with no blocks it follows nothing.
    boolean endsWith(String id) {
        return blocks.isEmpty() ? id.isEmpty() : blocks.getLast().block().id().equals(id);
    }
}
