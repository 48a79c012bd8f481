package dev.cachewright.advice.layout;

import java.util.Set;

/// Which breakpoints a layout has.
///
/// @param isOwnKept whether those that the prompt has stay with their blocks
/// @param added the blocks that have one besides, for the lifetime that the request asks for
record Marks(boolean isOwnKept, Set<String> added) {

    static final Marks OWN = new Marks(true, Set.of());

    Marks {
        added = Set.copyOf(added);
    }

    /// Whether there is a breakpoint after a block.
    boolean isAfter(String block, Set<String> own) {
        return added.contains(block) || isOwnKept && own.contains(block);
    }
}
