package dev.cachewright.token;

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

/// The count after one keystroke in the middle of a long text, against counting all of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class RecountBench {

    @Param({"lines", "one line"})
    private String text;

    private final Tokenizer whole = new JtokkitTokenizer(Encoding.O200K_BASE);
    private final Tokenizer chunked = new ChunkedTokenizer(whole, 40_000);
    private String before;
    private String after;
    private int keystroke;

    @Setup
    public void write() {
        var written = new StringBuilder();
        for (int i = 0; written.length() < 1_000_000; i++) {
            written.append("Order ").append(i * 7_919L % 100_003).append(" was packed by the night shift and left at ")
                    .append(i % 24).append(":00.").append(text.equals("lines") && i % 2 == 0 ? '\n' : ' ');
        }
        before = written.substring(0, 500_000);
        after = written.substring(500_000);
        chunked.encode(before + after);
    }

    private String typed() {
        return before + (char) ('a' + keystroke++ % 26) + after;
    }

    @Benchmark
    public int everything() {
        return whole.count(typed());
    }

    @Benchmark
    public int rememberedPieces() {
        return chunked.count(typed());
    }
}
