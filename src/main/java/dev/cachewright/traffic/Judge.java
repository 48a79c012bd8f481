package dev.cachewright.traffic;

import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.Outcome;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.cache.state.Setting;
import dev.cachewright.cache.state.Trail;
import dev.cachewright.catalog.Rates;
import dev.cachewright.traffic.piece.Overlap;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/// Says of each call to one server what it could have read, what it did read, and what became of the rest.
///
/// From what an earlier call had of its text, in any order, one step after the other takes something away: time, the
/// place of the text, its settings, its breakpoints, the server. What a step takes is lost by that cause.
final class Judge {

    /// Text that is repeated and too short to be cached is worth a word from so much of the input on.
    private static final double MUCH = 0.5;
    private static final int LEAST = 128;
    /// The cache is remembered for so many calls at least, and made anew from them after so many.
    private static final int REMEMBERED = 12_000;
    private static final int MOST_STEPS = 60_000;

    private final Overlap overlap = new Overlap();
    private final Deque<Sent> latest = new ArrayDeque<>();
    private CacheState state = CacheState.empty();
    private int steps;

    /// A request as its cache saw it.
    private record Sent(CacheRules rules, CacheRequest request, Instant at) {
    }

    /// The best earlier calls by what they share with this one.
    ///
    /// @param all tokens that are shared with `any`, whether it was answered and is still kept or not
    /// @param kept tokens that are shared with `warm`
    private record Best(Optional<Recent> any, int all, Optional<Recent> warm, int kept) {
    }

    /// What is left of the call's input after each step.
    ///
    /// @param all an earlier call had it
    /// @param kept and it is still stored
    /// @param anywhere and it comes first
    /// @param live and the settings are the same
    private record Levels(long all, long kept, long anywhere, long live, long modelled) {
    }

    Judgement judge(TrafficRecord call, Terms terms, Optional<Rates> rates, Collection<Recent> near, Instant at) {
        boolean isTimed = call.at().isPresent();
        RequestShape shape = call.shape().orElseThrow();
        CacheRules rules = terms.rules();
        Best best = best(shape, near, at, rules.lifetimeOf(shape.content()).expected());
        CacheRequest request = terms.request(shape.tokens(), shape.content(), best.kept())
                .answeredAfter(call.untilAnswer())
                .scaledTo(call.usage().ofRequest().input());
        Partition partition = request.partitions().messages();
        Trail trail = state.trailOf(shape.tokens());
        int live = trail.live(partition, at);
        Optional<Trail.Elsewhere> elsewhere = live == trail.shared()
                ? Optional.empty()
                : trail.elsewhere(partition, at).filter(other -> other.shared() > live);
        Outcome outcome = step(new Sent(rules, request, at));
        if (near.isEmpty()) {
            return Judgement.alone(call, outcome.split().cached());
        }
        Levels levels = levels(rules, request, best, elsewhere.map(Trail.Elsewhere::shared).orElse(live), live,
                outcome.split().cached());

        OptionalLong reported = call.usage().ofRequest().cached();
        long cached = reported.orElse(levels.modelled());
        int input = request.figure(shape.tokens().total());
        var waterfall = new Waterfall(call, rates, cached, input);
        waterfall.fall(levels.all(), levels.kept(), best.any().filter(one -> !one.isAnswered(at)).isPresent()
                ? WasteCause.PARALLEL_COLD
                : WasteCause.EXPIRED, best.any());
        boolean hasNoPlace = rules.hasBreakpoints() && outcome.reuse().boundaries().isEmpty();
        Optional<Changes> later = best.warm().filter(_ -> !hasNoPlace)
                .flatMap(earlier -> new Changes(earlier.shape(), shape).inMessages());
        // What comes after both changes is read where both are mended: each has half of it.
        long between = later.map(changes -> Math.clamp(reusable(rules, request, changes.shared()), levels.anywhere(),
                levels.kept())).map(shared -> (shared + levels.kept()) / 2).orElse(levels.kept());
        later.ifPresent(changes -> waterfall.fall(levels.kept(), between, changes, best.warm().orElseThrow()));
        waterfall.fall(between, levels.anywhere(), hasNoPlace ? WasteCause.NO_BREAKPOINT : change(best, shape),
                best.warm());
        waterfall.fall(levels.anywhere(), levels.live(), settingOf(elsewhere, partition), best.warm());
        waterfall.fall(levels.live(), levels.modelled(), WasteCause.NO_BREAKPOINT, best.warm());
        // How old what was stored is, is not known of a call without a time.
        if (isTimed) {
            waterfall.fall(levels.modelled(), cached, outcome.isSure() ? WasteCause.PROVIDER_UNEXPLAINED
                    : WasteCause.EXPIRED, best.warm());
        }
        if (isTooShort(rules, levels, request.figure(best.kept()), input) && cached == 0) {
            waterfall.lose(request.figure(best.kept()), WasteCause.BELOW_THRESHOLD, best.warm());
        }
        return new Judgement(OptionalLong.of(cached), reported.isPresent(),
                OptionalLong.of(isTimed || levels.modelled() <= cached ? Math.max(cached, levels.kept()) : cached),
                waterfall.losses());
    }

    private Best best(RequestShape shape, Collection<Recent> near, Instant at, Duration lifetime) {
        overlap.of(shape.tokens());
        Instant oldest = at.minus(lifetime);
        Optional<Recent> any = Optional.empty();
        Optional<Recent> warm = Optional.empty();
        int all = 0;
        int kept = 0;
        for (Recent earlier : near) {
            int shared = overlap.with(earlier.tokens());
            boolean isWarm = earlier.isAnswered(at) && earlier.at().isAfter(oldest);
            if (shared > all) {
                any = Optional.of(earlier);
                all = shared;
            }
            if (isWarm && shared > kept) {
                warm = Optional.of(earlier);
                kept = shared;
            }
        }
        return new Best(any, all, warm, kept);
    }

    private static Levels levels(CacheRules rules, CacheRequest request, Best best, int anywhere, int live,
            long modelled) {
        long ofLive = Math.max(modelled, reusable(rules, request, live));
        long ofAnywhere = Math.max(ofLive, reusable(rules, request, anywhere));
        long ofKept = Math.max(ofAnywhere, reusable(rules, request, best.kept()));
        return new Levels(Math.max(ofKept, reusable(rules, request, best.all())), ofKept, ofAnywhere, ofLive,
                modelled);
    }

    private static long reusable(CacheRules rules, CacheRequest request, int shared) {
        return rules.reusable(request.figure(shared), request.figure(request.tokens().total()));
    }

    private static WasteCause change(Best best, RequestShape shape) {
        return best.warm().map(earlier -> new Changes(earlier.shape(), shape).cause()).orElse(WasteCause.VOLATILE_TEXT);
    }

    private static WasteCause settingOf(Optional<Trail.Elsewhere> elsewhere, Partition own) {
        return elsewhere.flatMap(other -> other.partition().difference(own)).filter(Setting.KEY::equals).isPresent()
                ? WasteCause.KEY_CHANGED
                : WasteCause.SETTING_CHANGED;
    }

    private static boolean isTooShort(CacheRules rules, Levels levels, int shared, int input) {
        return levels.all() == 0 && shared < rules.threshold() && shared >= Math.max(LEAST, MUCH * input);
    }

    private Outcome step(Sent sent) {
        latest.addLast(sent);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        if (++steps >= MOST_STEPS) {
            // What was not asked for during so many calls is forgotten.
            steps = latest.size();
            state = CacheState.empty();
            latest.stream().limit(steps - 1L).forEach(one -> state = one.rules().step(state, one.request(), one.at())
                    .state());
        }
        var step = sent.rules().step(state, sent.request(), sent.at());
        state = step.state();
        return step.outcome();
    }
}
