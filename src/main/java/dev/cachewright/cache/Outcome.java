package dev.cachewright.cache;

import dev.cachewright.cache.state.Life;
import dev.cachewright.catalog.InputSplit;
import java.util.Optional;

/// What one request reads from the cache and writes to it.
///
/// @param split of its input
/// @param readTo counted tokens up to the boundary that was read at; 0 where nothing was read
/// @param reuse what a warm call reads of the static prefix
/// @param miss why less than that was read; its reason is `NONE` where it was not less
/// @param life of what was read, or of what would have been read and is kept no longer; empty where there is neither
public record Outcome(InputSplit split, int readTo, Reuse reuse, Miss miss, Optional<Life> life) {

    /// Tokens that the static prefix gives a warm call.
    public long promised() {
        return reuse.tokens();
    }

    /// Why less than promised was read.
    public MissReason reason() {
        return miss.reason();
    }

    /// The vendor's own word for what changed; empty where nothing did, or none is published.
    public String word() {
        return miss.word();
    }

    /// Whether the rules say for sure how long what was read, or is no longer read, is kept.
    public boolean isSure() {
        return miss.isSure();
    }
}
