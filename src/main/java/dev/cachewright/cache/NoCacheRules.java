package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.prompt.CacheSettings;
import java.util.OptionalInt;

/// A server that caches nothing.
final class NoCacheRules extends PrefixRules {

    NoCacheRules() {
        super(Vendor.LOCAL);
    }

    @Override
    public String name() {
        return "none";
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
    public OptionalInt nextStep(int shared) {
        return OptionalInt.empty();
    }

    @Override
    Lifetime lifetime(CacheSettings wishes) {
        return Lifetime.UNTIL_EVICTED;
    }
}
