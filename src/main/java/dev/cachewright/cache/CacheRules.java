package dev.cachewright.cache;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of one kind of cache.
public sealed interface CacheRules permits PrefixRules {

    Pattern BLOCK = Pattern.compile("block-([1-9]\\d{0,5})");

    /// The rules with this name: `openai-classic`, `longest-prefix`, `block-N`, `none`.
    ///
    /// @return empty for a name that has no engine yet
    static Optional<CacheRules> named(String name) {
        Matcher block = BLOCK.matcher(name);
        if (block.matches()) {
            return Optional.of(new BlockRules(Integer.parseInt(block.group(1))));
        }
        return switch (name) {
            case "openai-classic" -> Optional.of(new OpenAiClassicRules());
            case "longest-prefix" -> Optional.of(new LongestPrefixRules());
            case "none" -> Optional.of(new NoCacheRules());
            default -> Optional.empty();
        };
    }

    /// The name, as in the catalogue and on the command line.
    String name();

    /// The fewest tokens that a prefix must have to be cached; 0 where there is no threshold.
    int threshold();

    /// How many of `shared` prefix tokens a request of `size` tokens reads from a warm cache.
    int reusable(int shared, int size);

    /// The next number of shared tokens above `shared` at which more is reused; empty where nothing ever is.
    OptionalInt nextStep(int shared);

    /// What the cache does with `request`, and its state afterwards.
    CacheStep step(CacheState state, CacheRequest request, Instant at);
}
