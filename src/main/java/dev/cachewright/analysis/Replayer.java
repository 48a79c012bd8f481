package dev.cachewright.analysis;

import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.FlatTokens;
import dev.cachewright.token.request.RequestTokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Runs requests that were sent elsewhere through the rules of a cache, one after the other.
///
/// There is no prompt whose static prefix would promise anything: what a call shares with the one before it to the same
/// model is used instead, the whole request where there is none.
public final class Replayer {

    /// Calls that share fewer tokens are of different prompts.
    private static final int BEGINNING = 16;

    private final Analyst analyst;
    private final Optional<RuleSet> rules;
    private final Map<String, FlatTokens> before = new HashMap<>();
    private final Map<String, Destination> destinations = new HashMap<>();
    private final Map<String, Destination> elsewhere = new HashMap<>();
    private CacheState state = CacheState.empty();

    /// @param rules in place of those of each model
    public Replayer(Analyst analyst, Optional<RuleSet> rules) {
        this.analyst = analyst;
        this.rules = rules;
    }

    /// Everything that applies to calls to this model in the replay.
    public Destination destination(String modelId) {
        return destinations.computeIfAbsent(modelId, id -> analyst.destination(id, rules));
    }

    /// The same for calls to a server that is not the vendor's own.
    public Destination elsewhere(String modelId) {
        return elsewhere.computeIfAbsent(modelId, id -> analyst.elsewhere(id, rules));
    }

    /// The forecast of the next request; empty where the rules of its model are not known.
    public Optional<CallForecast> next(CountedRequest counted, Instant at) {
        Settings settings = counted.request().settings();
        Optional<Terms> inUse = destination(settings.model()).terms(settings);
        if (inUse.isEmpty()) {
            return Optional.empty();
        }
        // Recorded calls share no text with each other in memory, only tokens.
        RequestTokens tokens = counted.tokens();
        FlatTokens flat = tokens.flat();
        FlatTokens last = before.put(settings.model(), flat);
        int shared = last == null ? 0 : Math.min(tokens.size(), last.commonPrefix(flat, 0));
        boolean isNew = shared < BEGINNING;
        Terms terms = inUse.get();
        int prefix = isNew ? tokens.size() : shared;
        var result = new Forecaster(terms, prefix).next(state, counted,
                terms.request(flat, counted.content(), prefix), at);
        state = result.state();
        CallForecast forecast = result.forecast();
        return Optional.of(isNew && forecast.reason() == MissReason.PREFIX_CHANGED
                ? forecast.because(MissReason.COLD)
                : forecast);
    }
}
