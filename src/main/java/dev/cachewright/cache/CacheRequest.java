package dev.cachewright.cache;

import dev.cachewright.token.RequestTokens;
import java.time.Duration;

/// What a cache sees of a request.
///
/// @param tokens the input in the order in which the server reads it
/// @param lifetime how long an entry is kept after its last use
public record CacheRequest(Partition partition, RequestTokens tokens, Duration lifetime) {
}
