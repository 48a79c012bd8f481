package dev.cachewright.cache.request;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import java.util.Optional;

/// Which cache fields a server accepts.
enum CacheDialect {

    /// `prompt_cache_options` and breakpoints: gpt-5.6 and later.
    OPENAI_BREAKPOINT,
    /// `prompt_cache_retention`, and 400 for a breakpoint: OpenAI's models before gpt-5.6.
    OPENAI_PREFIX,
    /// `cache_control`.
    ANTHROPIC,
    /// No field but the key.
    OTHER,
    /// A model that is not known.
    UNKNOWN;

    static CacheDialect of(Optional<CacheTerms> terms, Api api) {
        return terms.map(known -> of(known.rules(), api == Api.MESSAGES)).orElse(UNKNOWN);
    }

    /// The form of requests in which a model accepts its cache fields, where it does so in the other one only.
    static Optional<Api> apiOf(Optional<CacheTerms> terms, Api api) {
        Api other = api == Api.MESSAGES ? Api.RESPONSES : Api.MESSAGES;
        return Optional.of(other).filter(_ -> of(terms, api) == OTHER && of(terms, other) != OTHER);
    }

    private static CacheDialect of(RuleSet rules, boolean isMessages) {
        return switch (rules) {
            case RuleSet.Blocks _ -> OTHER;
            case RuleSet.Named named -> switch (named) {
                case OPENAI_BREAKPOINT -> isMessages ? OTHER : OPENAI_BREAKPOINT;
                case OPENAI_CLASSIC, OPENAI_GRID -> isMessages ? OTHER : OPENAI_PREFIX;
                case ANTHROPIC -> isMessages ? ANTHROPIC : OTHER;
                case LONGEST_PREFIX, NONE -> OTHER;
            };
        };
    }
}
