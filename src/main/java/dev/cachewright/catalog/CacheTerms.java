package dev.cachewright.catalog;

import dev.cachewright.token.part.Band;
import java.util.List;

/// How a model's cache works.
///
/// @param rules the set of rules that these terms belong to
/// @param minimum the threshold: the fewest tokens that a cached prefix can have
/// @param ttls lifetimes that a request may ask for, the default first
/// @param retentions values of `prompt_cache_retention` that the model accepts
/// @param slots how many breakpoints one request may write; 0 where the rules know none
/// @param lookback how many breakpoints (`openai-breakpoint`) or positions before each (`anthropic`) are looked at
/// @param hidden tokens of the vendor that come before the request and count for the grid of `openai-grid`
/// @param steps how far what is reported of a hit may lie from the steps of the rules, as recordings show
/// @param bindsThinking whether preserved thinking is refused where what stands before it changed
public record CacheTerms(RuleSet rules, int minimum, List<String> ttls, List<String> retentions, int slots,
        int lookback, int hidden, Band steps, boolean bindsThinking) {

    public CacheTerms {
        ttls = List.copyOf(ttls);
        retentions = List.copyOf(retentions);
    }

    /// Terms of rules whose steps are those that are reported.
    public CacheTerms(RuleSet rules, int minimum, List<String> ttls, List<String> retentions, int slots, int lookback,
            int hidden) {
        this(rules, minimum, ttls, retentions, slots, lookback, hidden, Band.EXACT, false);
    }

    /// Terms of rules that know no breakpoints.
    public CacheTerms(RuleSet rules, int minimum, List<String> ttls, List<String> retentions) {
        this(rules, minimum, ttls, retentions, 0, 0, 0);
    }
}
