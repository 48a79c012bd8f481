package dev.cachewright.run;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which calls are made.
///
/// @param rows indices of the rows to call with, in order, repeats included
/// @param pace what stands between the beginning of calls
/// @param rules the cache rules where the calls go; empty where they are not known
public record RunPlan(Prompt prompt, Values values, List<Integer> rows, Pace pace, Profile profile,
        Optional<CacheRules> rules) {

    public RunPlan {
        rows = List.copyOf(rows);
    }

    /// How calls follow each other.
    ///
    /// @param pause between the end of one call and the beginning of the next
    /// @param isStreamed whether answers are asked for as streams
    public record Pace(Duration pause, boolean isStreamed) {
    }
}
