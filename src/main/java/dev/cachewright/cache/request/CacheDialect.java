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
    /// `cache_control`: Anthropic's models in Messages, and in Chat Completions of gateways.
    ANTHROPIC,
    /// No field but the key.
    OTHER,
    /// A model that is not known.
    UNKNOWN;

    static CacheDialect of(Optional<CacheTerms> terms, MarkForm form) {
        return terms.map(known -> of(known.rules(), form == MarkForm.CACHE_CONTROL)).orElse(UNKNOWN);
    }

    /// The form of requests in which a model accepts its cache fields, where it does so in the other one only.
    static Optional<Api> apiOf(Optional<CacheTerms> terms, MarkForm form) {
        Api other = form == MarkForm.CACHE_CONTROL ? Api.RESPONSES : Api.MESSAGES;
        return Optional.of(other).filter(api -> of(terms, form) == OTHER && of(terms, MarkForm.of(api, "")) != OTHER);
    }

    private static CacheDialect of(RuleSet rules, boolean isAnthropic) {
        return switch (rules) {
            case RuleSet.Blocks _ -> OTHER;
            case RuleSet.Named named -> switch (named) {
                case OPENAI_BREAKPOINT -> isAnthropic ? OTHER : OPENAI_BREAKPOINT;
                case OPENAI_CLASSIC, OPENAI_GRID -> isAnthropic ? OTHER : OPENAI_PREFIX;
                case ANTHROPIC -> isAnthropic ? ANTHROPIC : OTHER;
                case DEEPSEEK, GEMINI, GROQ, MISTRAL, UNPUBLISHED, XAI, LONGEST_PREFIX, NONE -> OTHER;
            };
        };
    }
}
