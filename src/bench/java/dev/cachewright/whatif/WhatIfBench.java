package dev.cachewright.whatif;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
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

/// Answers on a prompt of 100,000 tokens with 1,000 rows, counted before: what a slider that moves waits for.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class WhatIfBench {

    private static final Instant AT = Instant.parse("2026-11-23T09:41:00Z");
    private static final int ROWS = 1_000;
    private static final int RULES = 4_600;

    @Param({"gpt-5.4", "gpt-5.6-sol", "claude-sonnet-4-6"})
    private String model;

    private Analyst analyst;
    private Prompt prompt;
    private Values values;
    private WhatIf whatIf;
    private Question question;
    private int moved;

    @Setup
    public void count() {
        analyst = new Analyst(BundledCatalog.read(), new Tokenizers());
        String policy = IntStream.range(0, RULES).mapToObj(i -> "Rule " + i + ": items of the group " + (i * 7919L
                % 10_000) + " may be sent back unworn, with their tags.").collect(Collectors.joining("\n"));
        prompt = PromptFile.read("---\nmodel: " + model + "\n---\n{{role \"system\"}}\n"
                + "{{! @block id=policy kind=static breakpoint=true }}\n" + policy
                + "\n{{role \"user\"}}\n{{! @block id=question kind=dynamic }}\n{{question}}\n").messages();
        List<Row> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new Row(Map.of("question", i + ": where is the order?"))).toList();
        values = new Values("rows.csv", List.of("question"), rows);
        whatIf = new WhatIf(analyst, prompt, values, AT);
        question = new Question(model, "", 0, 300, Load.perMinute(1));
        whatIf.answer(question).orElseThrow();
    }

    /// Calls a minute, keys, output: arithmetic over what is counted, with its curve.
    @Benchmark
    public List<Answer> moveLoad() {
        moved = moved % 1_000 + 1;
        Question now = Knob.PER_MINUTE.set(question, moved);
        whatIf.answer(now).orElseThrow();
        return whatIf.curve(now, Knob.PER_MINUTE);
    }

    /// Another padding each time, for which every row goes through the rule engine; its curve is known by then.
    @Benchmark
    public Optional<Answer> movePadding() {
        return whatIf.answer(Knob.PAD.set(question, ++moved));
    }

    /// When the tab is first looked at: every row is counted.
    @Benchmark
    public Optional<Answer> first() {
        return new WhatIf(analyst, prompt, values, AT).answer(question);
    }
}
