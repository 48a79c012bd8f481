package dev.cachewright.token;

import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.RankTokenizer;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.concurrent.TimeUnit;
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

/// The first count of a million tokens, by jtokkit and by the engine of our own.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class FirstCountBench {

    @Param({"English", "code", "Chinese"})
    private String text;

    private final Tokenizer jtokkit = new JtokkitTokenizer(Encoding.O200K_BASE);
    private final Tokenizer ranks = new RankTokenizer(Encoding.O200K_BASE);
    private String written;

    @Setup
    public void write() {
        written = LongTexts.of(text);
        System.out.println(text + ": " + written.length() + " characters, " + ranks.count(written) + " tokens");
    }

    @Benchmark
    public int byJtokkit() {
        return jtokkit.count(written);
    }

    @Benchmark
    public int byRanks() {
        return ranks.count(written);
    }
}
