package dev.cachewright.advice.layout;

import dev.cachewright.advice.Calls;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which calls can read what an earlier one stored, as far as that depends on when they are sent and how.
///
/// @param live by the number of the reading call, then of the earlier one
record Timing(boolean[][] live) {

    /// More than any rules ask for.
    private static final int TOKENS = 1 << 16;

    /// Asks the rules, with two calls of the same text.
    static Timing of(Calls calls) {
        int size = calls.requests().size();
        boolean[][] live = new boolean[size][size];
        Map<List<Object>, Boolean> known = new HashMap<>();
        FlatTokens tokens = FlatTokens.of(new int[TOKENS]);
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                CountedRequest earlier = calls.requests().get(j);
                CountedRequest later = calls.requests().get(i);
                Duration gap = calls.cadence().offsetOf(i).minus(calls.cadence().offsetOf(j));
                live[i][j] = known.computeIfAbsent(
                        List.of(gap, earlier.content().traits(), later.content().traits()),
                        _ -> isRead(calls, tokens, earlier, later, gap));
            }
        }
        return new Timing(live);
    }

    private static boolean isRead(Calls calls, FlatTokens tokens, CountedRequest earlier, CountedRequest later,
            Duration gap) {
        CacheRules rules = calls.terms().rules();
        CacheState state = rules.step(CacheState.empty(), request(calls, tokens, earlier), calls.at()).state();
        Instant at = calls.at().plus(gap);
        return rules.step(state, request(calls, tokens, later), at).outcome().split().cached() > 0;
    }

    private static CacheRequest request(Calls calls, FlatTokens tokens, CountedRequest call) {
        ContentEnd end = ContentEnd.of("all", Role.USER, 0, TOKENS - 1).marked();
        return calls.terms()
                .request(tokens, new RequestContent(List.of(end), call.content().traits(), call.content().wishes()), 0)
                .answeredAfter(Sheet.answersAfter(calls));
    }

    /// Whether call `i` is like an earlier one that it can read from.
    boolean isShared(int i, Alike alike) {
        for (int j = i - 1; j >= 0; j--) {
            if (live[i][j] && alike.classes()[i] == alike.classes()[j]) {
                return true;
            }
        }
        return false;
    }
}
