package dev.cachewright.token;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.RankTokenizer;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.Random;
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

/// Edits in the middle of a million tokens, against a full recount by jtokkit.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class KeystrokeBench {

    private static final int PASTE = 100_000;
    private static final String SENTENCE = "Refunds take 14 days, or 30 days for members (see below). ";

    @Param({"English", "code", "Chinese"})
    private String text;

    private final Tokenizer jtokkit = new JtokkitTokenizer(Encoding.O200K_BASE);
    private final TextCounter counter = new TextCounter(new RankTokenizer(Encoding.O200K_BASE));
    private final Random random = new Random(1);
    private String written;
    private String pasted;
    private CountedText counted;
    private CountedText question;
    private CountedText otherQuestion;
    private int middle;
    private int keystroke;

    @Setup
    public void write() {
        written = LongTexts.of(text);
        pasted = written.substring(0, PASTE);
        counted = counter.count(Text.of(written));
        middle = written.length() / 2;
        question = counter.count(Text.of("When does the parcel arrive?"));
        otherQuestion = counter.count(Text.of("Where is my invoice?"));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int fullRecountByJtokkit() {
        return jtokkit.count(written);
    }

    /// A character typed, or taken away again; the count of the text, and the prefix of two rows that go on differently.
    /// A sentence is typed and taken back over and over.
    @Benchmark
    @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
    public int keystroke() {
        int step = keystroke++ % (2 * SENTENCE.length());
        counted = step < SENTENCE.length()
                ? counted.replace(middle + step, 0, SENTENCE.substring(step, step + 1))
                : counted.replace(middle + 2 * SENTENCE.length() - 1 - step, 1, "");
        return counted.tokens() + counted.join(question).commonPrefix(counted.join(otherQuestion));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int tokensBefore() {
        return counted.tokensBefore(random.nextInt(counted.text().length()));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int offsetOfToken() {
        return counted.offsetOfToken(random.nextInt(counted.tokens()));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int paste() {
        return counted.replace(counted.text().length() / 2, 0, pasted).tokens();
    }
}
