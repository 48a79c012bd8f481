package dev.cachewright.cache;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Model;
import java.util.List;
import java.util.Optional;

/// The cache terms that a request meets.
public final class TermsInUse {

    private TermsInUse() {
    }

    /// Those of the model, unless the server has rules of its own; empty where neither is known.
    ///
    /// @param rules the rules where the calls go; empty for the model's
    public static Optional<CacheTerms> of(Optional<Model> model, Optional<CacheRules> rules) {
        Optional<CacheTerms> own = model.map(Model::cache);
        boolean isOwn = rules.isEmpty()
                || own.map(CacheTerms::rules).filter(name -> name.equals(rules.get().name())).isPresent();
        return isOwn ? own : rules.map(TermsInUse::of);
    }

    /// What servers of a rule set take by their guides of 2026-10; the catalogue has it for each model.
    private static CacheTerms of(CacheRules rules) {
        String name = rules.name();
        return switch (name) {
            case "openai-breakpoint" -> new CacheTerms(name, rules.threshold(), List.of("30m"), List.of(), 4, 50, 0);
            case "anthropic" -> new CacheTerms(name, rules.threshold(), List.of("5m", "1h"), List.of(), 4, 20, 0);
            case "openai-classic" -> new CacheTerms(name, rules.threshold(), List.of(), List.of("in_memory", "24h"));
            case "openai-grid" -> new CacheTerms(name, rules.threshold(), List.of(), List.of("24h"));
            default -> new CacheTerms(name, rules.threshold(), List.of(), List.of());
        };
    }
}
