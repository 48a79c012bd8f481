package dev.cachewright.cache;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.RuleSet;

/// Rules with the terms that most of their models have.
public final class UsualRules {

    private UsualRules() {
    }

    /// @param name as on the command line
    public static CacheRules of(String name) {
        return CacheRules.of(BundledCatalog.read().usualTerms(RuleSet.of(name).orElseThrow()));
    }
}
