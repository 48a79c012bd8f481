package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.CacheSettings;
import java.util.OptionalInt;

/// Token-exact prefix reuse, at most all tokens but the last, which is always computed: llama.cpp, SGLang.
///
/// Source: measured on llama.cpp (an identical repeat of 2,782 tokens reads 2,781).
final class LongestPrefixRules extends PrefixRules {

    LongestPrefixRules() {
        super(Vendor.LOCAL);
    }

    @Override
    public RuleSet set() {
        return RuleSet.Named.LONGEST_PREFIX;
    }

    @Override
    public int threshold() {
        return 0;
    }

    @Override
    public int reusable(int shared, int size) {
        return Math.max(0, Math.min(shared, size - 1));
    }

    @Override
    public OptionalInt nextStep(int shared) {
        return OptionalInt.of(shared + 1);
    }

    @Override
    Lifetime lifetime(CacheSettings wishes) {
        return Lifetime.UNTIL_EVICTED;
    }
}
