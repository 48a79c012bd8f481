package dev.cachewright.cli.whatif;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ModelWarnings;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.FanOut;
import dev.cachewright.whatif.Knob;
import dev.cachewright.whatif.Question;
import dev.cachewright.whatif.WhatIf;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a prompt costs a day under other loads, lifetimes, models and lengths.
@Command(name = "what-if", description = "Answers what calls cost a day under other loads, lifetimes, models and lengths.", mixinStandardHelpOptions = true)
public final class WhatIfCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Mixin
    private LoadOptions load;

    @Mixin
    private BatchOptions batch;

    @Option(names = "--ttl", paramLabel = "T", defaultValue = "", description = "A lifetime or retention of the model, such as 1h or 24h; by default all that it takes are shown.")
    private String lifetime;

    @Option(names = "--models", paramLabel = "A,B", split = ",", description = "Models to set beside it, or all for all of the catalogue.")
    private List<String> models = List.of();

    @Option(names = "--curve", paramLabel = "KNOB", description = "Also the same as one figure grows: per-minute, together, keys, pad or output.")
    private String curve;

    private WhatIfCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    public static WhatIfCommand of(CliParts parts, Console console) {
        return new WhatIfCommand(parts, console);
    }

    @Override
    public Integer call() {
        Optional<FanOut> begun = batch.fanOut();
        Optional<Knob> moved = Optional.ofNullable(curve).map(_ -> knob());
        Analyst analyst = parts.analyst().get();
        PromptArguments.Input input = arguments.open(console);
        String model = input.prompt().settings().model();
        Question question = load.question(model, lifetime);
        PromptArguments.warnOfMissing(input, console);
        PromptArguments.noteOwnFields(input, console);
        var whatIf = new WhatIf(analyst, input.prompt(), input.values(), parts.stopwatch().now());
        List<Answer> answers = answers(whatIf, question, analyst);
        Answer first = answers.getFirst();
        Stream<Answer> others = models.contains(ALL)
                ? whatIf.models(question.withLifetime("")).stream()
                : models.stream().map(id -> answer(whatIf, question.withModel(id.strip()), analyst));
        var report = new WhatIfReport(answers, others.toList(), moved.map(each -> whatIf.curve(first.question(),
                each)).orElse(List.of()), moved.map(Knob::word).orElse(""),
                begun.map(fanOut -> fanOut.plans(first)).orElse(List.of()), parts.stopwatch().now());
        if (arguments.isJson()) {
            console.print(new WhatIfJson(report).json());
        } else {
            report.print(console);
        }
        return ExitStatus.DONE;
    }

    private List<Answer> answers(WhatIf whatIf, Question question, Analyst analyst) {
        List<String> known = whatIf.lifetimes(question.model());
        if (lifetime.isEmpty()) {
            Answer own = answer(whatIf, question, analyst);
            return Stream.concat(Stream.of(own), known.stream()
                    .map(word -> answer(whatIf, question.withLifetime(word), analyst))
                    .filter(other -> !other.kept().equals(own.kept()))).toList();
        }
        if (!known.contains(lifetime)) {
            throw new CliProblem("--ttl: " + question.model() + (known.isEmpty()
                    ? " has a lifetime of its own that cannot be chosen"
                    : " takes " + String.join(", ", known) + ", not " + lifetime));
        }
        return List.of(answer(whatIf, question, analyst));
    }

    private static Answer answer(WhatIf whatIf, Question question, Analyst analyst) {
        String model = question.model();
        return whatIf.answer(question).orElseThrow(() -> new CliProblem(model.isEmpty()
                ? "This needs a model: give one with --model"
                : ModelWarnings.unknown(analyst.catalog(), model, "this needs the rules of its cache")));
    }

    private Knob knob() {
        return Arrays.stream(Knob.values()).filter(each -> each.word().equals(curve)).findFirst()
                .orElseThrow(() -> new CliProblem("--curve takes " + Arrays.stream(Knob.values()).map(Knob::word)
                        .collect(Collectors.joining(", ")) + ", not " + curve));
    }
}
