package dev.cachewright.provider.simulated.answer;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.state.CacheState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// The state of the cache, and the calls that led to it, within bounds.
///
/// A state only grows. When there are too many calls or tokens in it, the older half of the calls is forgotten, and the
/// others are gone through anew: what no call of late has used is gone, as from a real cache that runs full. The same
/// happens to what is too old to be read by any rules.
final class RecentCalls {

    private final Bounds bounds;
    private final Deque<Past> calls = new ArrayDeque<>();
    private long tokens;
    private CacheState state = CacheState.empty();

    RecentCalls(Bounds bounds) {
        this.bounds = bounds;
    }

    /// @param calls at most so many are remembered
    /// @param tokens at most so many in all of them, but for a single call
    /// @param age of the oldest
    record Bounds(int calls, long tokens, Duration age) {

        /// 8 million tokens are 32 MB, and as much again in the state where no two calls share any. The longest lifetime
        /// of any rules that name one is a day, and what has expired is remembered for an hour.
        static final Bounds USUAL = new Bounds(10_000, 8_000_000, Duration.ofHours(25));
    }

    /// A call that the cache has seen.
    ///
    /// @param answersAfter how long after it its answer began
    record Past(CacheRules rules, CacheRequest request, Instant at, Duration answersAfter) {

        /// In tokens: the end of a block takes as much room as some twenty.
        long size() {
            return request.tokens().total() + 20L * request.content().ends().size();
        }

        private CacheState after(CacheState before) {
            return rules.step(before, request, at, split -> answersAfter).state();
        }
    }

    /// What the cache holds.
    CacheState stateAt(Instant at) {
        // Half of the calls at once, so that going through the others is rare.
        if (!calls.isEmpty() && isOld(calls.peekFirst(), at, bounds.age().multipliedBy(2))) {
            while (!calls.isEmpty() && isOld(calls.peekFirst(), at, bounds.age())) {
                forgetFirst();
            }
            rebuild();
        }
        return state;
    }

    private static boolean isOld(Past call, Instant at, Duration age) {
        return call.at().plus(age).isBefore(at);
    }

    /// @param after the state after the call
    void add(Past call, CacheState after) {
        calls.addLast(call);
        tokens += call.size();
        state = after;
        if (calls.size() <= bounds.calls() && tokens <= bounds.tokens()) {
            return;
        }
        while (calls.size() > 1 && (calls.size() > bounds.calls() / 2 || tokens > bounds.tokens() / 2)) {
            forgetFirst();
        }
        rebuild();
    }

    int size() {
        return calls.size();
    }

    long tokens() {
        return tokens;
    }

    private void forgetFirst() {
        tokens -= calls.removeFirst().size();
    }

    private void rebuild() {
        CacheState next = CacheState.empty();
        for (Past call : calls) {
            next = call.after(next);
        }
        state = next;
    }
}
