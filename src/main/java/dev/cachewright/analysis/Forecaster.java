package dev.cachewright.analysis;

import dev.cachewright.cache.Boundary;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.Miss;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.Outcome;
import dev.cachewright.cache.Reuse;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.RequestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Computes what calls will read from the cache, by the same engine that the simulator runs.
public final class Forecaster {

    private final Terms terms;
    private final int prefix;
    private final Scripts scripts = new Scripts();

    /// @param prefix counted tokens of the prompt's static prefix
    public Forecaster(Terms terms, int prefix) {
        this.terms = terms;
        this.prefix = prefix;
    }

    /// The forecast of one call, and the state of the cache after it.
    public Result next(CacheState state, CountedRequest counted, Instant at) {
        return next(state, counted, terms.request(counted, prefix), at);
    }

    /// @param request what the cache sees of it
    Result next(CacheState state, CountedRequest counted, CacheRequest request, Instant at) {
        return counted.served().isPresent()
                ? served(state, counted, request, at)
                : result(terms.rules().step(state, request, at), counted, request, at);
    }

    /// The forecast by the server's own tokens. The state remembers the request by ours as well, for requests that the
    /// server has not counted: no token of the one kind is taken for one of the other.
    private Result served(CacheState state, CountedRequest counted, CacheRequest request, Instant at) {
        CacheRequest here = terms.countedHere(counted, prefix);
        Result own = result(terms.rules().step(state, request, at), counted, request, at);
        CacheStep seen = terms.rules().step(state, here, at);
        Divergence changed = own.forecast().reason() == MissReason.PREFIX_CHANGED
                ? changed(seen.outcome(), counted.tokens())
                : own.forecast().changed();
        return new Result(terms.rules().step(own.state(), here, at).state(), own.forecast().changedIn(changed),
                terms.rules().reuse(here));
    }

    private Result result(CacheStep step, CountedRequest counted, CacheRequest request, Instant at) {
        Outcome outcome = step.outcome();
        List<Long> ends = outcome.reuse().boundaries().stream().filter(Boundary::isRead)
                .map(boundary -> (long) request.figure(boundary.position())).toList();
        var certainty = new CallForecast.Certainty(bandOf(outcome, counted, request), outcome.isSure(), ends,
                outcome.life().map(life -> new CallForecast.Age(Duration.between(life.usedAt(), at),
                        life.lifetime().sure(), life.lifetime().expected())));
        return new Result(step.state(),
                new CallForecast(outcome.split(), terms.costOf(outcome.split(), at), outcome.promised(),
                        outcome.reason(), changed(outcome, counted.tokens()), certainty),
                outcome.reuse());
    }

    private static Divergence changed(Outcome outcome, RequestTokens tokens) {
        Miss miss = outcome.miss();
        if (outcome.reason() != MissReason.PREFIX_CHANGED) {
            return miss.word().isEmpty() ? Divergence.NONE : Divergence.inSetting(miss.shared(), miss.word());
        }
        return miss.nearest().filter(RequestTokens.class::isInstance).map(RequestTokens.class::cast)
                .map(earlier -> Divergence.of(earlier, tokens, miss.shared(), miss.word()))
                .orElseGet(() -> new Divergence(miss.shared(), miss.word(), tokens.placeAfter(miss.shared() + 1),
                        Divergence.BodyPlace.NONE, "", ""));
    }

    /// The band of the cached tokens where the count is an estimate.
    private Band bandOf(Outcome outcome, CountedRequest counted, CacheRequest request) {
        Band ofRules = ofRules(outcome);
        if (counted.served().isPresent()) {
            return ofRules;
        }
        int position = outcome.reason() == MissReason.BELOW_THRESHOLD ? request.prefix() : outcome.readTo();
        if (position == 0) {
            return ofRules;
        }
        Estimate estimate = Estimate.of(request.correction(), counted.request(), counted.tokens(), scripts);
        if (estimate.isExact()) {
            return ofRules;
        }
        int size = request.figure(request.tokens().total());
        TokenRange range = estimate.range(position);
        int low = range.low();
        int high = range.high();
        long cached = outcome.split().cached();
        long least = terms.rules().reusable(low, size);
        long most = terms.rules().reusable(high, Math.max(high, size));
        return new Band((int) Math.max(0, cached - least), (int) Math.max(0, most - cached)).plus(ofRules);
    }

    /// What the rules leave open; no more is read than there is.
    private Band ofRules(Outcome outcome) {
        Band band = terms.rules().uncertainty(Math.toIntExact(outcome.split().cached()));
        long rest = outcome.split().input() - outcome.split().cached();
        return new Band(band.below(), (int) Math.min(band.above(), rest));
    }

    /// The forecast of calls that follow each other at a cadence, from a cold cache on.
    public SeriesForecast series(List<CountedRequest> requests, Instant start, Cadence cadence) {
        var calls = new ArrayList<CallForecast>();
        CacheState state = CacheState.empty();
        Optional<Money> uncached = Optional.of(Money.ZERO);
        // Calls that are sent together cannot read each other's prefix.
        Duration answersAfter = cadence.parallel() > 1 ? Duration.ofMillis(1) : Duration.ZERO;
        for (int i = 0; i < requests.size(); i++) {
            CountedRequest counted = requests.get(i);
            Instant at = start.plus(cadence.offsetOf(i));
            Result result = next(state, counted, terms.request(counted, prefix).answeredAfter(answersAfter), at);
            calls.add(result.forecast());
            state = result.state();
            var plain = terms.costOf(InputSplit.uncached(terms.sizeOf(counted)), at);
            uncached = uncached.flatMap(sum -> plain.map(sum::plus));
        }
        return new SeriesForecast(calls, uncached);
    }

    /// One forecast call, what the cache holds afterwards, and what a warm call would have read.
    public record Result(CacheState state, CallForecast forecast, Reuse reuse) {
    }
}
