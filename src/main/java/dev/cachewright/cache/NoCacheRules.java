package dev.cachewright.cache;

import java.util.OptionalInt;

/// A server that caches nothing.
final class NoCacheRules extends PrefixRules {

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
}
