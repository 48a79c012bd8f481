package dev.cachewright.token;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.RankTokenizer;
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

/// A character typed into a million characters without a place to cut, in the background, against all counted anew.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class LongRunBench {

    @Param({"one letter", "spaces", "unbroken Chinese"})
    private String text;

    private final TextCounter counter = new TextCounter(new RankTokenizer(Encoding.O200K_BASE));
    private String written;
    private CountedText counted;
    private boolean isTyped;

    @Setup
    public void write() {
        written = LongTexts.of(text);
        counted = counter.count(Text.of(written));
    }

    @Benchmark
    public int counted() {
        return counter.count(Text.of(written)).tokens();
    }

    @Benchmark
    public int keystroke() {
        int middle = written.length() / 2;
        String letter = written.substring(middle, middle + 1);
        counted = isTyped ? counted.replace(middle, 1, "") : counted.replace(middle, 0, letter);
        isTyped = !isTyped;
        return counted.tokens();
    }
}
