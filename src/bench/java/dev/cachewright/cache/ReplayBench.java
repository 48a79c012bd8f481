package dev.cachewright.cache;

import dev.cachewright.cache.state.CacheState;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A replay of 10,000 calls of 20,000 tokens beside one pass of a plain hash over the same tokens.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xms8g", "-Xmx8g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReplayBench {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    @Param({"openai-classic", "openai-grid", "openai-breakpoint", "anthropic", "longest-prefix", "block-16"})
    private String rules;

    private int[][] tokens;
    private CacheRequest[] requests;
    private CacheRules engine;

    @Setup
    public void setUp() {
        var calls = new Calls();
        tokens = IntStream.range(0, Calls.COUNT).mapToObj(calls::tokens).toArray(int[][]::new);
        requests = IntStream.range(0, Calls.COUNT).mapToObj(i -> Calls.request(tokens[i]))
                .toArray(CacheRequest[]::new);
        engine = UsualRules.of(rules);
    }

    @Benchmark
    public long replay() {
        CacheState state = CacheState.empty();
        long cached = 0;
        for (int i = 0; i < requests.length; i++) {
            CacheStep step = engine.step(state, requests[i], START.plusSeconds(i));
            state = step.state();
            cached += step.outcome().split().cached();
        }
        return cached;
    }

    @Benchmark
    public int hashPass() {
        int hash = 0;
        for (int[] call : tokens) {
            for (int token : call) {
                hash = 31 * hash + token;
            }
        }
        return hash;
    }
}
