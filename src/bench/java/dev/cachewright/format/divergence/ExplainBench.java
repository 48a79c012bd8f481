package dev.cachewright.format.divergence;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Panes;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.token.Tokenizers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/// Explains two bodies of 400 kB that part at their beginning.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ExplainBench {

    private static final Instant AT = Instant.parse("2026-11-23T09:41:00Z");
    private static final String SENTENCE = "Refunds take 14 days, or 30 days for members (see below). ";
    private static final int SIZE = 400_000;
    private static final int MESSAGES = 400;

    @Param({"one text", "conversation"})
    private String form;

    private Explainer.Side earlier;
    private Explainer.Side later;
    private Explanation explanation;

    @Setup
    public void write() {
        var destination = new Analyst(BundledCatalog.read(), new Tokenizers()).destination("gpt-5.4");
        earlier = new Explainer.Side(body("09:41"), List.of(), destination);
        later = new Explainer.Side(body("09:42"), List.of(), destination);
        explanation = explain();
    }

    private String body(String time) {
        int parts = form.equals("one text") ? 1 : MESSAGES;
        String text = SENTENCE.repeat(SIZE / SENTENCE.length() / parts);
        String messages = IntStream.range(0, parts).mapToObj(i -> "{\"role\": \"" + (i % 2 == 0 ? "user" : "assistant")
                + "\", \"content\": " + RawJson.quote((i == 0 ? "It is " + time + ". " : i + ". ") + text) + "}")
                .collect(Collectors.joining(","));
        return "{\"model\": \"gpt-5.4\", \"messages\": [" + messages + "]}";
    }

    @Benchmark
    public Explanation explain() {
        return Explainer.explain(earlier, later, Set.of(), AT);
    }

    @Benchmark
    public Panes panes() {
        return PaneMaker.of(earlier.body(), later.body(), explanation);
    }
}
