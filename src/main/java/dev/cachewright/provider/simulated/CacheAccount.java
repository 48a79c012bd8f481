package dev.cachewright.provider.simulated;

import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheState;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.RequestTokens;
import java.time.InstantSource;
import java.util.Optional;

/// The one cache of the server. Guarded by itself; what it holds is unchangeable.
final class CacheAccount {

    private final InstantSource clock;
    private CacheState state = CacheState.empty();

    CacheAccount(InstantSource clock) {
        this.clock = clock;
    }

    /// Charges a request as it comes in, so that one which is cancelled warms the cache too.
    ///
    /// @param rules empty where the model's rules have no engine; nothing is reported then
    synchronized InputUse charge(RequestTokens tokens, Optional<CacheRules> rules, Model model, Settings settings) {
        if (rules.isEmpty()) {
            return new InputUse(tokens.total(), Optional.empty());
        }
        var terms = new Terms(rules.get(), Optional.of(model), settings);
        CacheStep step = rules.get().step(state, terms.request(tokens), clock.instant());
        state = step.state();
        return new InputUse(tokens.total(), Optional.of(step.outcome().split()));
    }

    /// The input of one request.
    ///
    /// @param split empty where the server does not say
    record InputUse(int tokens, Optional<InputSplit> split) {

        long uncached() {
            return split.map(parts -> parts.uncached() + parts.written()).orElse((long) tokens);
        }
    }
}
