package dev.cachewright.cache;

import dev.cachewright.catalog.Correction;
import dev.cachewright.token.request.RequestTokens;
import java.time.Duration;

/// What a cache sees of a request.
///
/// @param tokens the input in the order in which the server reads it
/// @param lifetime how long an entry is kept after its last use
/// @param correction what turns counted tokens into those that the rules are about
public record CacheRequest(Partition partition, RequestTokens tokens, Duration lifetime, Correction correction) {

    /// A request whose count is exact.
    public CacheRequest(Partition partition, RequestTokens tokens, Duration lifetime) {
        this(partition, tokens, lifetime, Correction.NONE);
    }
}
