package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.CacheSettings;
import java.util.OptionalInt;

/// Reuse in full blocks of tokens, never of the last token: vLLM (16), Mistral (64).
///
/// Source: vLLM's prefix caching, with its published examples as tests.
final class BlockRules extends PrefixRules {

    private final RuleSet.Blocks set;
    private final int block;

    BlockRules(RuleSet.Blocks set) {
        super(Vendor.LOCAL);
        this.set = set;
        this.block = set.tokens();
    }

    @Override
    public RuleSet set() {
        return set;
    }

    @Override
    public int threshold() {
        return block;
    }

    @Override
    public int reusable(int shared, int size) {
        return Math.max(0, Math.min(shared, size - 1)) / block * block;
    }

    @Override
    public OptionalInt nextStep(int shared) {
        return OptionalInt.of((shared / block + 1) * block);
    }

    @Override
    Lifetime lifetime(CacheSettings wishes) {
        return Lifetime.UNTIL_EVICTED;
    }
}
