package dev.cachewright.cache;

import dev.cachewright.cache.state.Section;

/// The end of a block at which a prefix is stored or looked for.
///
/// @param blockId the block whose end it is
/// @param position counted tokens up to it
/// @param section where it is
/// @param isMarked whether there is a breakpoint here; else it is the provider's own
/// @param isWritten whether a request stores its prefix here
/// @param isRead whether a request looks here for what an earlier one stored
/// @param isStatic whether it is within the static prefix
public record Boundary(String blockId, int position, Section section, boolean isMarked, boolean isWritten,
        boolean isRead, boolean isStatic) {
}
