package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheState;
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

    private final Analyst analyst;
    private final Optional<CacheRules> rules;
    private final Map<String, RequestTokens> before = new HashMap<>();
    private CacheState state = CacheState.empty();

    /// @param rules in place of those of each model
    public Replayer(Analyst analyst, Optional<CacheRules> rules) {
        this.analyst = analyst;
        this.rules = rules;
    }

    /// The forecast of the next request; empty where the rules of its model have no engine.
    public Optional<CallForecast> next(Request request, RequestTokens tokens, Instant at) {
        Settings settings = request.settings();
        Optional<CacheRules> inUse = rules.or(() -> analyst.rulesFor(settings.model()));
        if (inUse.isEmpty()) {
            return Optional.empty();
        }
        RequestTokens last = before.put(settings.model(), tokens);
        int prefix = last == null ? tokens.size() : Math.min(tokens.size(), last.commonPrefix(tokens));
        var result = new Forecaster(analyst.terms(inUse.get(), settings), prefix).next(state, tokens, at);
        state = result.state();
        return Optional.of(result.forecast());
    }
}
