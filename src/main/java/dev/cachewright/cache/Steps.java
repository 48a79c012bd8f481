package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.RuleSet;
import java.time.Duration;

/// How a server that caches blocks of tokens reads them.
///
/// Sources of the figures: recorded calls to the providers' own servers, 2026 (docs/models.md says how many), beside
/// what each publishes.
///
/// @param block tokens in a block
/// @param minimum the fewest tokens that are read
/// @param dropped blocks at the end of what matches that are computed again
/// @param below the share of what is read that may be missing, in percent
record Steps(int block, int minimum, int dropped, int below, Lifetime lifetime) {

    private static final Lifetime UNKNOWN = new Lifetime(Duration.ofMinutes(1), Duration.ofHours(1),
            Duration.ofDays(7));

    /// Hits in 128 tokens, from 256 on; kept for hours to days on disk (api-docs.deepseek.com/guides/kv_cache).
    static final Steps DEEPSEEK = new Steps(128, 256, 0, 0,
            new Lifetime(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7)));
    /// Implicit hits without steps, of 80 to 95 % of what was the same; from 2,048 tokens on (page of 2026-09-02).
    static final Steps GEMINI = new Steps(1, 2_048, 0, 25, UNKNOWN);
    /// 1,792 of 1,795 tokens, and kept for two hours without use (console.groq.com/docs/prompt-caching).
    static final Steps GROQ = new Steps(128, 128, 0, 0,
            new Lifetime(Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofHours(2)));
    /// Hits in 16 tokens, with the last of the blocks that match computed again; the 64 that the guide names are not
    /// what is reported.
    static final Steps MISTRAL = new Steps(16, 16, 1, 0, UNKNOWN);
    /// Of vendors that discount what is read and say no more: at most what is the same, and any part of it.
    static final Steps UNPUBLISHED = new Steps(1, 1, 0, 100, UNKNOWN);
    /// Hits in 64 tokens, from 128 on; what is stored may be evicted at any time (docs.x.ai/docs/guides/prompt-caching).
    static final Steps XAI = new Steps(64, 128, 0, 0, UNKNOWN);

    /// vLLM's blocks, which are kept while there is room.
    static Steps of(RuleSet.Blocks blocks) {
        return new Steps(blocks.tokens(), blocks.tokens(), 0, 0, Lifetime.UNTIL_EVICTED);
    }

    /// The same for a model whose threshold is higher.
    Steps from(int threshold) {
        return new Steps(block, Math.max(minimum, threshold), dropped, below, lifetime);
    }

    /// Of `shared` tokens, those that a request of `size` tokens reads; never the last one.
    int reusable(int shared, int size) {
        int blocks = Math.max(0, Math.min(shared, size - 1)) / block - dropped;
        return blocks * block < minimum ? 0 : blocks * block;
    }
}
