package dev.cachewright.cache;

import dev.cachewright.cache.state.CacheState;

/// The result of one request: the state behind it, and what the cache did.
public record CacheStep(CacheState state, Outcome outcome) {
}
