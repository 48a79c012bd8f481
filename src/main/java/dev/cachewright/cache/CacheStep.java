package dev.cachewright.cache;

import dev.cachewright.cache.state.CacheState;

/// The result of one request: the state after it, and what it read and wrote.
public record CacheStep(CacheState state, Outcome outcome) {
}
