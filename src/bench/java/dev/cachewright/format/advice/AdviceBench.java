package dev.cachewright.format.advice;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.token.Tokenizers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// All advice on a prompt of 100,000 tokens with 1,000 rows, after its analysis.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class AdviceBench {

    private static final Instant AT = Instant.parse("2026-11-23T09:41:00Z");
    private static final int ROWS = 1_000;
    private static final int RULES = 4_600;

    @Param({"gpt-5.4", "gpt-5.6-sol", "claude-sonnet-4-6"})
    private String model;

    @Param({"none", "clock"})
    private String fault;

    private Analyst analyst;
    private Advisor advisor;
    private AnalysisInput input;
    private Analysis analysis;

    @Setup
    public void write() {
        analyst = new Analyst(BundledCatalog.read(), new Tokenizers());
        advisor = new Advisor(analyst, AdviceRules.all());
        String policy = IntStream.range(0, RULES).mapToObj(i -> "Rule " + i + ": items of the group " + (i * 7919L
                % 10_000) + " may be sent back unworn, with their tags.").collect(Collectors.joining("\n"));
        PromptFile file = PromptFile.read("---\nmodel: " + model + "\n---\n{{role \"system\"}}\n"
                + "{{! @block id=policy kind=static }}\n"
                + (fault.equals("clock") ? "Current time: 2026-11-28T07:55:12Z.\n" : "") + policy
                + "\n{{role \"user\"}}\n{{! @block id=question kind=dynamic }}\n{{question}}\n");
        List<Row> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new Row(Map.of("question", i + ": where is the order?"))).toList();
        input = new AnalysisInput(file.messages(), new Values("rows.csv", List.of("question"), rows), 0,
                Optional.empty(), CacheState.empty(), AT, AnalysisInput.USUAL, Optional.empty(), TokenSource.none());
        analysis = analyst.analyse(input);
    }

    /// As the window does: the analysis is there.
    @Benchmark
    public List<Advice> advise() {
        return advisor.advise(new Subject(analyst, input, analysis));
    }

    /// What the window shows next to it: all of it together.
    @Benchmark
    public Advisor.Plan plan() {
        return advisor.plan(new Subject(analyst, input, analysis));
    }
}
