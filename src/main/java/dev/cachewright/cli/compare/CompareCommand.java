package dev.cachewright.cli.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cli.argument.CallLimit;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.Interruption;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.PromptOptions;
import dev.cachewright.cli.argument.RefusalLines;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ModelWarnings;
import dev.cachewright.cli.sending.TargetOptions;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.LayoutDifference;
import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.session.PromptSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compare`: layouts of a prompt beside each other, by their forecasts and by calls.
@Command(name = "compare", description = "Compares layouts of a prompt by what is forecast of them and, with --measure, by calls.", mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    /// How long an interrupted experiment may take to end.
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final CliParts parts;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILES", description = "Two layouts or more, each a .prompt file, a request body as JSON, or a prompt in the form of another program. The others are compared with the first, and take its rows.")
    private List<Path> files;

    @Mixin
    private PromptOptions options;

    @Option(names = "--calls", paramLabel = "N", description = "How many calls are forecast, taking the rows in turn; one for each row by default.")
    private Integer calls;

    @Option(names = "--every", paramLabel = "D", defaultValue = "5s", converter = DurationWords.class, description = "The pause between calls that are forecast: 500ms, 5s, 2m; 5s by default.")
    private Duration every;

    @Option(names = "--text", description = "Also print the lines that differ.")
    private boolean isWithText;

    @Option(names = "--choose", paramLabel = "FILE", description = "Put the layout that costs least into FILE: by the calls with --measure, and only where they tell a difference; else by the forecasts.")
    private Path target;

    @Mixin
    private MeasureOptions measuring;

    @Mixin
    private TargetOptions targets;

    private CompareCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    public static CompareCommand of(CliParts parts, Console console) {
        return new CompareCommand(parts, console);
    }

    /// Ends early when the process is asked to end: what was measured until then is printed.
    @Override
    public Integer call() {
        check();
        var cancellation = new Cancellation();
        try (var _ = Interruption.with(cancellation::cancel, LONGEST_END)) {
            return compare(cancellation);
        }
    }

    private int compare(Cancellation cancellation) {
        Analyst analyst = parts.analyst().get();
        Profile profile = targets.read(parts);
        List<Candidate> candidates = candidates(analyst, profile);
        Values values = candidates.getFirst().input().values();
        candidates.forEach(each -> warn(each, values));
        Optional<Choice> choice = Optional.ofNullable(target).map(Choice::new);
        choice.ifPresent(asked -> asked.check(candidates));
        List<Layout> layouts = candidates.stream().map(Candidate::layout).toList();
        var run = new MeasuredRun(parts, console, measuring, profile, source());
        if (measuring.isMeasured()) {
            run.check(layouts);
        }
        ForecastReport forecast = forecast(analyst, layouts, values);
        if (!options.isJson()) {
            forecast.print(console, isWithText);
        }
        Optional<MeasuredReport> measured = measuring.isMeasured()
                ? Optional.of(run.run(layouts, values, cancellation))
                : Optional.empty();
        var verdict = new Chosen(candidates, forecast.layouts(), measured, choice);
        return print(forecast, measured, verdict);
    }

    private int print(ForecastReport forecast, Optional<MeasuredReport> measured, Chosen chosen) {
        int status = Math.max(chosen.put(console),
                measured.filter(report -> !report.isWhole()).isPresent() ? ExitStatus.NO : ExitStatus.DONE);
        if (options.isJson()) {
            ObjectNode json = forecast.json();
            json.set("measured", measured.map(MeasuredReport::json).orElse(null));
            json.set("chosen", chosen.json());
            console.print(json);
            return status;
        }
        measured.ifPresent(report -> {
            console.print("");
            report.print(console);
        });
        chosen.words().ifPresent(words -> {
            console.print("");
            console.print(words);
        });
        return status;
    }

    private void check() {
        if (files.size() < 2) {
            throw new CliProblem("compare takes two layouts or more: give another file");
        }
        if (calls != null && calls < 1) {
            throw new CliProblem("--calls takes 1 or more");
        }
        CallLimit.require(calls == null ? 1 : calls);
        measuring.check();
    }

    private List<Candidate> candidates(Analyst analyst, Profile profile) {
        var candidates = new ArrayList<Candidate>();
        for (Path file : files) {
            PromptArguments.Input input = options.read(file, console);
            PromptArguments.requireText(input.prompt(), file.toString());
            Destination destination = analyst.destination(input.prompt().settings().model(), profile.rules());
            RefusalLines.requireKey(input.prompt().settings().cache());
            candidates.add(new Candidate(file, input, new Layout(name(file, candidates), input.prompt(),
                    destination)));
        }
        return candidates;
    }

    /// A file that is compared with itself is named apart.
    private static String name(Path file, List<Candidate> before) {
        long same = before.stream().filter(each -> each.file().equals(file)).count();
        return same == 0 ? file.toString() : file + " (" + (same + 1) + ")";
    }

    private void warn(Candidate candidate, Values values) {
        PromptArguments.Input own = candidate.input();
        if (!own.undefined().isEmpty()) {
            console.say("warning: " + candidate.file() + ": " + own.undefined());
        }
        PromptArguments.warnOfMissing(new PromptArguments.Input(own.prompt(), values, own.undefined(),
                own.document()), console);
    }

    private ForecastReport forecast(Analyst analyst, List<Layout> layouts, Values values) {
        Instant now = parts.stopwatch().now();
        var warnings = new ModelWarnings(analyst.catalog(), console);
        layouts.forEach(layout -> warnings.check(layout.destination().modelId(), now,
                "counts are estimates in o200k_base, without rules and prices", ""));
        var asked = new Layouts.Calls(calls == null ? values.rowsOrEmpty().size() : calls, Cadence.every(every), now);
        Layouts forecasts = Layouts.of(analyst, layouts, values, asked);
        forecasts.forecasts().forEach(each -> RefusalLines.say(each.first().sent(), console));
        List<LayoutDifference> differences = forecasts.differences();
        List<Explanation> parted = differences.stream().map(each -> Explainer.explain(side(each.baseline()),
                side(each.other()), Set.of(), now)).toList();
        return new ForecastReport(forecasts, differences, parted, asked);
    }

    private static Explainer.Side side(LayoutForecast forecast) {
        RequestBody body = RequestBodyWriter.write(forecast.first().sent(), false);
        return new Explainer.Side(body.json(), body.blocks(), forecast.layout().destination());
    }

    private PromptSource source() {
        Path first = files.getFirst();
        return new PromptSource(first.getFileName().toString(), first.toAbsolutePath().normalize().toString());
    }
}
