package dev.cachewright.cache;

/// The result of one request: the state behind it, and what the cache did.
public record CacheStep(CacheState state, Outcome outcome) {
}
