package dev.cachewright.cache;

import dev.cachewright.catalog.InputSplit;

/// What the cache does with one request.
///
/// @param split of its input
/// @param readTo counted tokens up to the boundary that was read at; 0 where nothing was read
/// @param promised tokens that the static prefix gives a warm call
/// @param shared how many counted tokens the request has in common with the nearest usable one
/// @param reason why less than promised was read
/// @param word the vendor's own word for what changed (`tools_changed`); empty where nothing did, or none is published
/// @param isSure whether the rules say for sure how long what was read, or not read any more, is kept
public record Outcome(InputSplit split, int readTo, long promised, int shared, MissReason reason, String word,
        boolean isSure) {
}
