package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheState;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.Outcome;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.token.request.RequestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Computes what calls will read from the cache, by the same machine that the simulator runs.
public final class Forecaster {

    private final Terms terms;
    private final int prefix;

    /// @param prefix counted tokens of the prompt's static prefix
    public Forecaster(Terms terms, int prefix) {
        this.terms = terms;
        this.prefix = prefix;
    }

    /// The forecast of one call, and the state of the cache after it.
    public Result next(CacheState state, RequestTokens tokens, Instant at) {
        CacheRequest request = terms.request(tokens);
        CacheStep step = terms.rules().step(state, request, at);
        InputSplit split = step.outcome().split();
        long promised = terms.rules().reusable(terms.figure(prefix), terms.figure(tokens.total()));
        MissReason reason = reason(step.outcome(), promised, request);
        String changedIn = reason == MissReason.PREFIX_CHANGED
                ? tokens.placeBehind(step.outcome().shared() + 1).blockId()
                : "";
        return new Result(step.state(),
                new CallForecast(split, terms.costOf(split, at), promised, reason, changedIn));
    }

    /// The forecast of calls that follow each other at a distance, from a cold cache on.
    public SeriesForecast series(List<RequestTokens> requests, Instant start, Duration every) {
        var calls = new ArrayList<CallForecast>();
        CacheState state = CacheState.empty();
        Optional<Money> uncached = Optional.of(Money.ZERO);
        Instant at = start;
        for (RequestTokens tokens : requests) {
            Result result = next(state, tokens, at);
            calls.add(result.forecast());
            state = result.state();
            var plain = terms.costOf(InputSplit.uncached(terms.figure(tokens.total())), at);
            uncached = uncached.flatMap(sum -> plain.map(sum::plus));
            at = at.plus(every);
        }
        return new SeriesForecast(calls, uncached);
    }

    private static MissReason reason(Outcome outcome, long promised, CacheRequest request) {
        if (promised == 0 && outcome.split().cached() == 0) {
            return MissReason.BELOW_THRESHOLD;
        }
        if (outcome.split().cached() >= promised) {
            return MissReason.NONE;
        }
        return switch (outcome.nearest()) {
            case NOTHING -> MissReason.COLD;
            case EXPIRED -> MissReason.EXPIRED;
            case LIVE -> MissReason.PREFIX_CHANGED;
            case ELSEWHERE -> outcome.elsewhere().filter(other -> other.model().equals(request.partition().model()))
                    .isPresent() ? MissReason.KEY_CHANGED : MissReason.SETTING_CHANGED;
        };
    }

    /// One forecast call and what the cache holds afterwards.
    public record Result(CacheState state, CallForecast forecast) {
    }
}
