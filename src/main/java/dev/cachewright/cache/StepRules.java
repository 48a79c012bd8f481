package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.token.part.Band;
import java.util.OptionalInt;

/// Reuse in full blocks of tokens, never of the last token: vLLM and, each with blocks of its own, hosted servers.
///
/// Source: vLLM's prefix caching, with its published examples as tests; for the others see [Steps].
final class StepRules extends PrefixRules {

    private static final int PERCENT = 100;

    private final RuleSet set;
    private final Steps steps;

    StepRules(RuleSet set, Steps steps) {
        super(Vendor.LOCAL);
        this.set = set;
        this.steps = steps;
    }

    @Override
    public RuleSet set() {
        return set;
    }

    /// The fewest shared tokens of which any are read.
    @Override
    public int threshold() {
        return (Math.ceilDiv(steps.minimum(), steps.block()) + steps.dropped()) * steps.block();
    }

    @Override
    public int reusable(int shared, int size) {
        return steps.reusable(shared, size);
    }

    @Override
    public Band uncertainty(int cached) {
        return new Band(Math.ceilDiv(cached * steps.below(), PERCENT), 0);
    }

    @Override
    public OptionalInt nextStep(int shared) {
        return OptionalInt.of(Math.max(threshold(), (shared / steps.block() + 1) * steps.block()));
    }

    @Override
    Lifetime lifetime(CacheSettings wishes) {
        return steps.lifetime();
    }
}
