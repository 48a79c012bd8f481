package dev.cachewright.cache;

import dev.cachewright.cache.Outcome.Nearest;
import dev.cachewright.catalog.InputSplit;
import java.time.Instant;
import java.util.Optional;

/// Caches that reuse the longest common prefix with any request they have seen, and write for free.
abstract sealed class PrefixRules implements CacheRules
        permits OpenAiClassicRules, LongestPrefixRules, BlockRules, NoCacheRules {

    @Override
    public final CacheStep step(CacheState state, CacheRequest request, Instant at) {
        int size = request.correction().typical(request.tokens().total());
        int shared = state.longestShared(request, at, true);
        int cached = reusable(request.correction().typical(shared), size);
        Optional<CacheEntry> elsewhere = state.nearestElsewhere(request, at);
        int sharedElsewhere = elsewhere.map(entry -> entry.tokens().commonPrefix(request.tokens())).orElse(0);
        Nearest nearest = cached > 0 ? Nearest.LIVE : nearest(state, request, at, sharedElsewhere, shared);
        var outcome = new Outcome(new InputSplit(cached, 0, size - cached), nearest, shared,
                elsewhere.map(CacheEntry::partition));
        return new CacheStep(state.with(request, at), outcome);
    }

    /// What came nearest to a request that reads nothing.
    private static Nearest nearest(CacheState state, CacheRequest request, Instant at, int elsewhere, int shared) {
        int expired = state.longestShared(request, at, false);
        if (shared >= Math.max(expired, elsewhere) && shared > 0) {
            return Nearest.LIVE;
        }
        if (expired > 0 && expired >= elsewhere) {
            return Nearest.EXPIRED;
        }
        return elsewhere > 0 ? Nearest.ELSEWHERE : state.isEmpty() ? Nearest.NOTHING : Nearest.LIVE;
    }
}
