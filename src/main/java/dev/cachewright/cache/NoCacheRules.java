package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.CacheSettings;
import java.util.OptionalInt;

/// The rules of a server that caches nothing.
final class NoCacheRules extends PrefixRules {

    NoCacheRules() {
        super(Vendor.LOCAL);
    }

    @Override
    public RuleSet set() {
        return RuleSet.Named.NONE;
    }

    @Override
    public int threshold() {
        return 0;
    }

    @Override
    public int reusable(int shared, int size) {
        return 0;
    }

    @Override
    MissReason whyNothing() {
        return MissReason.NO_CACHING;
    }

    @Override
    public OptionalInt nextStep(int shared) {
        return OptionalInt.empty();
    }

    @Override
    Lifetime lifetime(CacheSettings wishes) {
        return Lifetime.UNTIL_EVICTED;
    }
}
