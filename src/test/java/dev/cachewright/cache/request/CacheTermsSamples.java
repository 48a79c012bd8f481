package dev.cachewright.cache.request;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import java.util.List;
import java.util.Optional;

/// Terms of each kind of model, and prompts to check under them.
public final class CacheTermsSamples {

    static final Optional<CacheTerms> BREAKPOINT = terms("openai-breakpoint", List.of("30m", "12h"), List.of(), 4);
    static final Optional<CacheTerms> CLASSIC = terms("openai-classic", List.of(), List.of("in_memory", "24h"), 0);
    static final Optional<CacheTerms> GRID = terms("openai-grid", List.of(), List.of("24h"), 0);
    static final Optional<CacheTerms> ANTHROPIC = terms("anthropic", List.of("5m", "1h"), List.of(), 4);
    static final Optional<CacheTerms> LOCAL = terms("longest-prefix", List.of(), List.of(), 0);
    static final Optional<CacheTerms> UNKNOWN = Optional.empty();

    private CacheTermsSamples() {
    }

    private static Optional<CacheTerms> terms(String rules, List<String> ttls, List<String> retentions, int slots) {
        return Optional.of(new CacheTerms(rules, 1_024, ttls, retentions, slots, 50, 0));
    }

    static Prompt prompt(Api api, CacheSettings cache, Block... blocks) {
        return Prompt.of(List.of(blocks), Settings.of("m", api).withCache(cache));
    }

    static CacheSettings mode(String mode) {
        return new CacheSettings(mode, "", "", "");
    }
}
