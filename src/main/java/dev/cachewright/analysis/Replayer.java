package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.RequestTokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Runs requests that were sent elsewhere through the rules of a cache, one after the other.
///
/// There is no prompt whose static prefix would promise anything: what a call shares with the one before it to the same
/// model is taken for it, the whole request where there is none.
public final class Replayer {

    /// Calls that share fewer tokens are of different prompts.
    private static final int BEGINNING = 16;

    private final Analyst analyst;
    private final Optional<String> rules;
    private final Map<String, RequestTokens> before = new HashMap<>();
    private CacheState state = CacheState.empty();

    /// @param rules the name of the rules in place of those of each model
    public Replayer(Analyst analyst, Optional<String> rules) {
        this.analyst = analyst;
        this.rules = rules;
    }

    /// The forecast of the next request; empty where the rules of its model are not known.
    public Optional<CallForecast> next(Request request, RequestTokens tokens, Instant at) {
        Settings settings = request.settings();
        Optional<CacheRules> inUse = rules.isPresent()
                ? analyst.rulesNamed(rules.get(), settings.model())
                : analyst.rulesFor(settings.model());
        if (inUse.isEmpty()) {
            return Optional.empty();
        }
        // Recorded calls share no text with each other in memory, only tokens.
        RequestTokens flat = tokens.flat();
        RequestTokens last = before.put(settings.model(), flat);
        int shared = last == null ? 0 : Math.min(tokens.size(), last.commonPrefix(flat));
        boolean isNew = shared < BEGINNING;
        Terms terms = analyst.terms(inUse.get(), settings);
        int prefix = isNew ? tokens.size() : shared;
        var result = new Forecaster(terms, prefix).next(state, tokens, terms.request(flat, prefix), at);
        state = result.state();
        CallForecast forecast = result.forecast();
        return Optional.of(isNew && forecast.reason() == MissReason.PREFIX_CHANGED
                ? forecast.because(MissReason.COLD)
                : forecast);
    }
}
