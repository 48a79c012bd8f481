package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.token.part.Band;
import java.util.OptionalInt;

/// OpenAI's rules for gpt-4o to gpt-5.4 and the o-series: the longest common prefix from 1,024 tokens on, reported in
/// steps of 128.
///
/// Source: OpenAI's prompt caching guide of 2024 and the later cookbook; the guide of 2026-10 calls the true grid model
/// dependent, so the figure is an upper bound there. Models that take both retentions keep 24 hours by default since
/// 2026-05-29 (organisations without zero data retention).
final class OpenAiClassicRules extends PrefixRules {

    /// Calls on one key; the cookbook says for each prefix of it, the guide of 2026-10 in total, which is stricter.
    static final int CALLS_A_MINUTE = 15;
    static final int STEP = 128;

    private static final String DAY = "24h";

    private final CacheTerms terms;

    OpenAiClassicRules(CacheTerms terms) {
        super(Vendor.OPENAI);
        this.terms = terms;
    }

    @Override
    public RuleSet set() {
        return RuleSet.Named.OPENAI_CLASSIC;
    }

    @Override
    public int threshold() {
        return terms.minimum();
    }

    @Override
    public int reusable(int shared, int size) {
        return shared < threshold() ? 0 : shared / STEP * STEP;
    }

    @Override
    public Band uncertainty(int cached) {
        return cached == 0 ? Band.EXACT : new Band(Math.min(cached, terms.steps().below()), terms.steps().above());
    }

    @Override
    public OptionalInt nextStep(int shared) {
        return OptionalInt.of(shared < threshold() ? threshold() : (shared / STEP + 1) * STEP);
    }

    @Override
    public OptionalInt callsAMinute() {
        return OptionalInt.of(CALLS_A_MINUTE);
    }

    @Override
    Lifetime lifetime(CacheSettings wishes) {
        boolean isDay = wishes.retention().isEmpty()
                ? terms.retentions().contains(DAY)
                : wishes.retention().equals(DAY);
        return isDay ? Lifetime.EXTENDED : Lifetime.IN_MEMORY;
    }
}
