package dev.cachewright.cache;

import dev.cachewright.token.request.RequestTokens;
import java.time.Instant;

/// Stored pre-fill of a request.
///
/// @param expiresAt when it is gone unless it is used before
record CacheEntry(Partition partition, RequestTokens tokens, Instant expiresAt) {

    boolean isLive(Instant at) {
        return at.isBefore(expiresAt);
    }
}
