package dev.cachewright.cache;

import dev.cachewright.cache.state.CacheState;
import java.time.Instant;
import java.util.Locale;

/// The heap that a state takes after so many calls, beside the tokens that differ.
public final class ReplayHeapBench {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final int INT = 4;
    private static final double MEGA = 1e6;

    private ReplayHeapBench() {
    }

    public static void main(String[] arguments) {
        CacheRules rules = UsualRules.of("openai-breakpoint");
        var calls = new Calls();
        long before = used();
        CacheState state = CacheState.empty();
        for (int i = 0; i < Calls.COUNT; i++) {
            state = rules.step(state, Calls.request(calls.tokens(i)), START.plusMillis(100L * i)).state();
            int made = i + 1;
            if (made == 100 || made == 1_000 || made == Calls.COUNT) {
                print(made, used() - before);
            }
        }
        long once = used();
        for (int i = 0; i < Calls.COUNT; i++) {
            state = rules.step(state, Calls.request(calls.tokens(i)), START.plusMillis(1_000_000 + 10L * i)).state();
        }
        System.out.printf(Locale.ROOT, "the same %,d calls again: %.1f MB more%n", Calls.COUNT,
                (used() - once) / MEGA);
        if (state == CacheState.empty()) {
            throw new AssertionError();
        }
    }

    private static void print(int calls, long bytes) {
        int distinct = Calls.distinct(calls);
        System.out.printf(Locale.ROOT, "%,6d calls of %,d tokens: %,11d tokens differ (%6.1f MB as ids), %6.1f MB%n",
                calls, Calls.TOKENS, distinct, distinct * INT / MEGA, bytes / MEGA);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
