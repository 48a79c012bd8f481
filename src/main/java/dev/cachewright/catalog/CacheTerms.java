package dev.cachewright.catalog;

import java.util.List;

/// How a model's cache works.
///
/// @param rules name of the rule set (`openai-classic`, `openai-breakpoint`, `anthropic`, …)
/// @param minimum the threshold: the fewest tokens that a cached prefix can have
/// @param ttls lifetimes that a request may ask for, the default first
/// @param retentions values of `prompt_cache_retention` that the model takes
public record CacheTerms(String rules, int minimum, List<String> ttls, List<String> retentions) {

    public CacheTerms {
        ttls = List.copyOf(ttls);
        retentions = List.copyOf(retentions);
    }
}
