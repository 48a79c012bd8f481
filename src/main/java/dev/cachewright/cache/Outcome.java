package dev.cachewright.cache;

import dev.cachewright.catalog.InputSplit;
import java.util.Optional;

/// What the cache does with one request.
///
/// @param nearest what stood in the cache when the request came
/// @param shared how many counted tokens the request has in common with the nearest usable entry
/// @param elsewhere the partition of the nearest entry that the request cannot use
public record Outcome(InputSplit split, Nearest nearest, int shared, Optional<Partition> elsewhere) {

    /// What the cache held that came nearest to a request.
    public enum Nearest {
        /// Nothing at all: the first request.
        NOTHING,
        /// A live entry of the same partition.
        LIVE,
        /// Only an entry whose time has run out.
        EXPIRED,
        /// Only an entry of another key, model or setting.
        ELSEWHERE
    }
}
