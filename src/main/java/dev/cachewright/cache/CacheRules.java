package dev.cachewright.cache;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.catalog.CacheTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of one kind of cache.
public sealed interface CacheRules permits PrefixRules, BreakpointRules {

    Pattern BLOCK = Pattern.compile("block-([1-9]\\d{0,5})");

    /// The names of all rule sets, for messages; `block-N` for any number of tokens.
    List<String> NAMES = List.of("openai-classic", "openai-grid", "openai-breakpoint", "anthropic", "longest-prefix",
            "block-16", "none");

    /// The rules of a model with these terms.
    ///
    /// @return empty for a name that stands for no rules
    static Optional<CacheRules> of(CacheTerms terms) {
        Matcher block = BLOCK.matcher(terms.rules());
        if (block.matches()) {
            return Optional.of(new BlockRules(Integer.parseInt(block.group(1))));
        }
        return switch (terms.rules()) {
            case "openai-classic" -> Optional.of(new OpenAiClassicRules(terms));
            case "openai-grid" -> Optional.of(new OpenAiGridRules(terms));
            case "openai-breakpoint" -> Optional.of(new OpenAiBreakpointRules(terms));
            case "anthropic" -> Optional.of(new AnthropicRules(terms));
            case "longest-prefix" -> Optional.of(new LongestPrefixRules());
            case "none" -> Optional.of(new NoCacheRules());
            default -> Optional.empty();
        };
    }

    /// The rules with this name, with the terms that most of their models have.
    ///
    /// @return empty for a name that stands for no rules
    static Optional<CacheRules> named(String name) {
        return of(switch (name) {
            case "openai-classic" -> new CacheTerms(name, 1_024, List.of(), List.of("in_memory"));
            case "openai-grid" -> new CacheTerms(name, 1_024, List.of(), List.of("24h"));
            case "openai-breakpoint" -> new CacheTerms(name, 1_024, List.of("30m"), List.of(), 4, 50, 0);
            case "anthropic" -> new CacheTerms(name, 1_024, List.of("5m", "1h"), List.of(), 4, 20, 0);
            default -> new CacheTerms(name, 0, List.of(), List.of());
        });
    }

    /// The name, as in the catalogue and on the command line.
    String name();

    /// The fewest tokens that a prefix must have to be cached; 0 where there is no threshold.
    int threshold();

    /// How many of `shared` prefix tokens a request of `size` tokens reads from a warm cache, wherever breakpoints
    /// stand.
    int reusable(int shared, int size);

    /// The next number of shared tokens above `shared` at which more is reused; empty where nothing ever is, or only
    /// breakpoints decide.
    OptionalInt nextStep(int shared);

    /// What a warm call reads of the static prefix of `request`, and where prefixes of it can end.
    Reuse reuse(CacheRequest request);

    /// What of the settings a request must share with an earlier one to read of it.
    ///
    /// @param sent values by the path of their field, `model` and traits of the content among them
    Partitions partitions(Map<String, String> sent);

    /// Whether prefixes end at breakpoints, and nowhere else.
    default boolean hasBreakpoints() {
        return false;
    }

    /// How many calls a minute one key can take before some reach a machine that has not seen the prefix; empty where
    /// the vendor names no limit.
    default OptionalInt callsAMinute() {
        return OptionalInt.empty();
    }

    /// What the cache does with `request`, and its state afterwards.
    CacheStep step(CacheState state, CacheRequest request, Instant at);
}
