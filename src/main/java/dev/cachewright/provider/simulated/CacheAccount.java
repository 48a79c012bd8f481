package dev.cachewright.provider.simulated;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The one cache of the server. Guarded by itself; what it holds is immutable.
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
    /// @param terms empty where the rules are not known; nothing is reported then
    synchronized InputUse charge(CountedRequest counted, Optional<Terms> terms) {
        int total = counted.tokens().total();
        if (terms.isEmpty()) {
            return new InputUse(total, Optional.empty());
        }
        Instant at = clock.instant();
        CacheRules rules = terms.get().rules();
        CacheRequest request = terms.get().request(counted.tokens().flat(), counted.content(), total);
        CacheStep step = rules.step(state, request, at, split -> delays.firstToken(uncached(split)));
        state = step.state();
        return new InputUse(total, Optional.of(step.outcome().split()));
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
