package dev.cachewright.analysis;

import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an analysis is computed from.
///
/// @param row the index of the row that is shown
/// @param rules the rules of the server where calls go; empty for those of the model
/// @param cache what the cache holds after the calls so far
/// @param at the time of the next call
/// @param cadence how the calls of a series follow each other
/// @param compared a second request of the same application, which shows what changes; empty where there is none
/// @param source what is known of the server's own tokens
public record AnalysisInput(Prompt prompt, Values values, int row, Optional<RuleSet> rules, CacheState cache,
        Instant at, Cadence cadence, Optional<SecondRequest> compared, TokenSource source) {

    /// An input that is counted here alone.
    public AnalysisInput(Prompt prompt, Values values, int row, Optional<RuleSet> rules, CacheState cache, Instant at,
            Cadence cadence, Optional<SecondRequest> compared) {
        this(prompt, values, row, rules, cache, at, cadence, compared, TokenSource.none());
    }

    /// An input without a second request.
    public AnalysisInput(Prompt prompt, Values values, int row, Optional<RuleSet> rules, CacheState cache, Instant at,
            Cadence cadence) {
        this(prompt, values, row, rules, cache, at, cadence, Optional.empty());
    }

    /// The same input for an edited prompt.
    public AnalysisInput of(Prompt edited) {
        return new AnalysisInput(edited, values, row, rules, cache, at, cadence, compared, source);
    }

    /// Ten calls a minute, one after the other.
    public static final Cadence USUAL = Cadence.every(Duration.ofSeconds(6));

    /// A prompt on its own: first row, the model's rules, a cold cache.
    public static AnalysisInput of(Prompt prompt, Values values, Instant at) {
        return new AnalysisInput(prompt, values, 0, Optional.empty(), CacheState.empty(), at, USUAL);
    }
}
