package dev.cachewright.provider.simulated;

import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.Outcome;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.RequestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The one cache of the server. Guarded by itself; what it holds is unchangeable.
final class CacheAccount {

    private final InstantSource clock;
    private final Delays delays;
    private CacheState state = CacheState.empty();

    CacheAccount(InstantSource clock, Delays delays) {
        this.clock = clock;
        this.delays = delays;
    }

    /// Charges a request as it comes in, so that one which is cancelled warms the cache too.
    ///
    /// @param rules empty where they are not known; nothing is reported then
    synchronized InputUse charge(RequestTokens tokens, Optional<CacheRules> rules, Model model, Settings settings) {
        if (rules.isEmpty()) {
            return new InputUse(tokens.total(), Optional.empty());
        }
        Instant at = clock.instant();
        CacheRequest request = new Terms(rules.get(), Optional.of(model), settings, Correction.NONE)
                .request(tokens.flat(), tokens.total());
        Outcome outcome = rules.get().step(state, request, at).outcome();
        Duration answersAfter = delays.firstToken(uncached(outcome.split()));
        state = rules.get().step(state, request.answeredAfter(answersAfter), at).state();
        return new InputUse(tokens.total(), Optional.of(outcome.split()));
    }

    private static long uncached(InputSplit split) {
        return split.uncached() + split.written();
    }

    /// The input of one request.
    ///
    /// @param split empty where the server does not say
    record InputUse(int tokens, Optional<InputSplit> split) {

        long uncached() {
            return split.map(CacheAccount::uncached).orElse((long) tokens);
        }
    }
}
