package dev.cachewright.provider.simulated.answer;

import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.catalog.InputSplit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The one cache of the server. Guarded by itself; what it holds is immutable.
public final class CacheAccount {

    private final InstantSource clock;
    private final Delays delays;
    private final RecentCalls calls = new RecentCalls(RecentCalls.Bounds.USUAL);

    CacheAccount(InstantSource clock, Delays delays) {
        this.clock = clock;
        this.delays = delays;
    }

    /// Charges a request as it comes in, so that one which is cancelled warms the cache too. Nothing is reported where
    /// the rules are not known.
    synchronized InputUse charge(Asked asked) {
        Optional<Terms> known = asked.destination().terms(asked.counted().request().settings());
        if (known.isEmpty()) {
            return new InputUse(asked.tokens(), Optional.empty());
        }
        Instant at = clock.instant();
        CacheRules rules = known.get().rules();
        int total = asked.counted().tokens().total();
        CacheRequest request = known.get().request(asked.counted().tokens().flat(), asked.counted().content(), total);
        CacheStep step = rules.step(calls.stateAt(at), request, at, this::answersAfter);
        InputSplit split = step.outcome().split();
        calls.add(new RecentCalls.Past(rules, request, at, answersAfter(split)), step.state());
        return new InputUse(asked.tokens(), Optional.of(split));
    }

    private Duration answersAfter(InputSplit split) {
        return delays.firstToken(uncached(split));
    }

    private static long uncached(InputSplit split) {
        return split.uncached() + split.written();
    }

    /// The input of one request.
    ///
    /// @param split empty where the server does not say
    public record InputUse(int tokens, Optional<InputSplit> split) {

        /// What has to be computed.
        public long uncached() {
            return split.map(CacheAccount::uncached).orElse((long) tokens);
        }
    }
}
