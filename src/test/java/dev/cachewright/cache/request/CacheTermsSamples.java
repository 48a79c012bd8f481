package dev.cachewright.cache.request;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import java.util.List;
import java.util.Optional;

/// Terms of each kind of model, and prompts to check under them.
public final class CacheTermsSamples {

    static final Optional<CacheTerms> BREAKPOINT = terms(RuleSet.Named.OPENAI_BREAKPOINT, List.of("30m", "12h"),
            List.of(), 4);
    static final Optional<CacheTerms> CLASSIC = terms(RuleSet.Named.OPENAI_CLASSIC, List.of(),
            List.of("in_memory", "24h"), 0);
    static final Optional<CacheTerms> GRID = terms(RuleSet.Named.OPENAI_GRID, List.of(), List.of("24h"), 0);
    static final Optional<CacheTerms> ANTHROPIC = terms(RuleSet.Named.ANTHROPIC, List.of("5m", "1h"), List.of(), 4);
    static final Optional<CacheTerms> LOCAL = terms(RuleSet.Named.LONGEST_PREFIX, List.of(), List.of(), 0);
    static final Optional<CacheTerms> UNKNOWN = Optional.empty();

    private CacheTermsSamples() {
    }

    private static Optional<CacheTerms> terms(RuleSet rules, List<String> ttls, List<String> retentions, int slots) {
        return Optional.of(new CacheTerms(rules, 1_024, ttls, retentions, slots, 50, 0));
    }

    static Prompt prompt(Api api, CacheSettings cache, Block... blocks) {
        return Prompt.of(List.of(blocks), Settings.of("m", api).withCache(cache));
    }

    static SentRequest sent(Prompt prompt, Optional<CacheTerms> terms) {
        return SentRequest.of(Renderer.render(prompt, Row.empty()), terms);
    }

    static CacheSettings mode(String mode) {
        return new CacheSettings(mode, "", "", "");
    }
}
