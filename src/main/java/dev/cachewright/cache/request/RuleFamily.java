package dev.cachewright.cache.request;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import java.util.Optional;

/// Rule sets by the cache fields that their requests take.
enum RuleFamily {

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

    static RuleFamily of(Optional<CacheTerms> terms, Api api) {
        boolean isMessages = api == Api.MESSAGES;
        return switch (terms.map(CacheTerms::rules).orElse("")) {
            case "" -> UNKNOWN;
            case "openai-breakpoint" -> isMessages ? OTHER : OPENAI_BREAKPOINT;
            case "openai-classic", "openai-grid" -> isMessages ? OTHER : OPENAI_PREFIX;
            case "anthropic" -> isMessages ? ANTHROPIC : OTHER;
            default -> OTHER;
        };
    }
}
