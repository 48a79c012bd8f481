package dev.cachewright.format.divergence;

import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.cache.state.Setting;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.divergence.Cause;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.encoding.TokenList;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a request pays again because it leaves an earlier one: those of its tokens after the divergence that the earlier
/// one had, as far as the rules of the cache would have let a call read them.
final class Rebilling {

    /// Fewer tokens in a row are the same by chance.
    static final int RUN = 8;

    private static final long MIX = 1_000_003;

    private final CountedBody earlier;
    private final CountedBody later;
    private final Instant at;

    /// @param at when the later one is sent
    Rebilling(CountedBody earlier, CountedBody later, Instant at) {
        this.earlier = earlier;
        this.later = later;
        this.at = at;
    }

    /// How far the cache is left as it was: up to the first token that differs, or to where a setting that differs
    /// begins to matter.
    ///
    /// @param common tokens that both begin with
    int keptTokens(int common) {
        Optional<Partitions> one = partitions(earlier);
        Optional<Partitions> other = partitions(later);
        if (one.isEmpty() || other.isEmpty()) {
            return common;
        }
        if (!one.get().tools().equals(other.get().tools())) {
            return 0;
        }
        if (!one.get().system().equals(other.get().system())) {
            return Math.min(common, endOf(end -> !end.role().isMessage()));
        }
        return one.get().messages().equals(other.get().messages()) ? common
                : Math.min(common, endOf(end -> !end.role().isMessage() || end.role().isInstruction()));
    }

    /// The first setting in which the two differ that is no field of a body, but what its content is: whether it has
    /// pictures, citations, a search of the web.
    Optional<Cause> trait() {
        return partitions(earlier).flatMap(one -> partitions(later)
                .flatMap(other -> one.messages().difference(other.messages())))
                .map(setting -> new Cause(Cause.Kind.SETTING_CHANGED, setting.path(), trait(earlier, setting),
                        trait(later, setting)))
                .filter(cause -> !cause.before().equals(cause.now()));
    }

    private static String trait(CountedBody body, Setting setting) {
        return body.counted().content().traits().contains(setting.path()) ? setting.path() : "";
    }

    private static Optional<Partitions> partitions(CountedBody body) {
        return terms(body).map(terms -> terms.request(body.counted(), 0).partitions());
    }

    private static Optional<Terms> terms(CountedBody body) {
        return body.destination().terms(body.counted().request().settings());
    }

    /// Where the first parts of the later request end that are so.
    private int endOf(Predicate<ContentEnd> isBefore) {
        return later.counted().content().ends().stream().takeWhile(isBefore).mapToInt(ContentEnd::position).max()
                .orElse(0);
    }

    /// The tokens that are billed again, in the scale of the model.
    ///
    /// @param kept tokens that the cache still has
    /// @param common tokens that both begin with
    int tokens(int kept, int common) {
        Estimate estimate = later.destination().estimate(later.counted());
        int again = Math.max(0, common - kept) + repeated(Math.max(kept, common));
        int figure = estimate.tokens(kept + again) - estimate.tokens(kept);
        return terms(earlier).map(terms -> readable(terms) - estimate.tokens(kept))
                .map(most -> Math.clamp(most, 0, figure)).orElse(figure);
    }

    /// What a call with the earlier body reads after it.
    private int readable(Terms terms) {
        CacheRules rules = terms.rules();
        CacheRequest request = terms.request(earlier.counted(), earlier.tokens().total());
        CacheState warm = rules.step(CacheState.empty(), request, at.minusSeconds(1)).state();
        return Math.toIntExact(rules.step(warm, request, at).outcome().split().cached());
    }

    /// A marker that moved, where a call with the markers of the earlier one would have read more.
    ///
    /// @param kept tokens that the cache still has
    Optional<Cause> unmarked(int kept) {
        String mode = earlier.counted().content().wishes().mode();
        String modeNow = later.counted().content().wishes().mode();
        if (marks(earlier).equals(marks(later)) && mode.equals(modeNow)) {
            return Optional.empty();
        }
        boolean isGone = marks(later).isEmpty();
        return unread(kept) > 0
                ? Optional.of(mode.equals(modeNow)
                        ? Cause.of(isGone ? Cause.Kind.BREAKPOINT_REMOVED : Cause.Kind.BREAKPOINT_MOVED)
                        : new Cause(Cause.Kind.SETTING_CHANGED, "prompt_cache_options.mode", mode, modeNow))
                : Optional.empty();
    }

    /// What the later request does not read of the same text, because it looks for it elsewhere or nowhere.
    ///
    /// @param kept tokens that the cache still has
    int unread(int kept) {
        int read = terms(earlier).flatMap(first -> terms(later).map(second -> readAfter(first, second))).orElse(0);
        int readable = terms(earlier).map(this::readable).orElse(0);
        return Math.max(0, Math.min(readable, later.destination().estimate(later.counted()).tokens(kept)) - read);
    }

    private int readAfter(Terms first, Terms second) {
        CacheState warm = first.rules().step(CacheState.empty(),
                first.request(earlier.counted(), earlier.tokens().total()), at.minusSeconds(1)).state();
        return Math.toIntExact(second.rules().step(warm,
                second.request(later.counted(), later.tokens().total()), at).outcome().split().cached());
    }

    /// Tokens of the later request from `from` on that stand in runs which the earlier one has after there, too.
    private int repeated(int from) {
        Set<Long> runs = new HashSet<>();
        TokenList before = earlier.tokens().ids();
        for (int i = from; i + RUN <= before.size(); i++) {
            runs.add(runAt(before, i));
        }
        TokenList now = later.tokens().ids();
        int found = 0;
        int counted = from;
        for (int i = from; i + RUN <= now.size(); i++) {
            if (runs.contains(runAt(now, i))) {
                found += i + RUN - Math.max(counted, i);
                counted = i + RUN;
            }
        }
        return found;
    }

    private static long runAt(TokenList ids, int start) {
        long run = 0;
        for (int i = start; i < start + RUN; i++) {
            run = run * MIX + ids.get(i);
        }
        return run;
    }

    /// What so many tokens cost more than if they were read.
    Optional<Money> costOf(int tokens) {
        Settings settings = later.counted().request().settings();
        int size = later.destination().inputOf(later.counted()).tokens();
        return later.destination().model().flatMap(model -> model.ratesAt(at, size, SentSettings.tier(settings)))
                .map(rates -> paid(rates).of(tokens).minus(rates.cacheRead().orElse(rates.input()).of(tokens)));
    }

    /// What is not read is written again where writing has a price, for as long as the later request asks.
    private TokenPrice paid(Rates rates) {
        Set<String> lifetimes = later.counted().lifetimes();
        return rates.writeOf(lifetimes.size() == 1 ? lifetimes.iterator().next() : "");
    }

    /// The ends of the later request that its markers are at, for a comparison with those of the earlier one.
    private static List<Integer> marks(CountedBody body) {
        return body.counted().content().ends().stream().filter(end -> end.mark().isPresent())
                .map(ContentEnd::position).toList();
    }
}
