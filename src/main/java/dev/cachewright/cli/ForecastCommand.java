package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.BoundThinking;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.analysis.Terms;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.cli.argument.CallLimit;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.RefusalLines;
import dev.cachewright.cli.argument.RulesOption;
import dev.cachewright.cli.print.CallsReport;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ContextWarning;
import dev.cachewright.cli.print.EstimateJson;
import dev.cachewright.cli.print.EstimateLine;
import dev.cachewright.cli.print.ModelWarnings;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "forecast", description = "Forecasts what calls read from the cache and what they cost, starting with a cold cache.", mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Duration USUAL_PAUSE = Duration.ofMinutes(10);

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Option(names = "--calls", paramLabel = "N", description = "How many calls, taking the rows in turn; one for each row by default.")
    private Integer calls;

    @Option(names = "--every", paramLabel = "D", defaultValue = "5s", converter = DurationWords.class, description = "The pause between calls: 500ms, 5s, 2m; 5s by default.")
    private Duration every;

    @Option(names = "--start", paramLabel = "ISO", description = "When the first call is sent, which decides its prices; now by default.")
    private String start;

    @Option(names = "--parallel", paramLabel = "K", defaultValue = "1", description = "How many calls are sent together; 1 by default.")
    private int parallel;

    @Option(names = "--pause-after", paramLabel = "N", defaultValue = "0", description = "A longer pause after each N calls; none by default.")
    private int pauseAfter;

    @Option(names = "--pause", paramLabel = "D", converter = DurationWords.class, description = "How long that pause is; 10m by default.")
    private Duration pause;

    @Option(names = "--rules", paramLabel = "R", description = "Overrides the cache rules of the model.")
    private String rules;

    ForecastCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Analyst analyst = parts.analyst().get();
        PromptArguments.Input input = arguments.open(console);
        String id = input.prompt().settings().model();
        Destination destination = analyst.destination(id, RulesOption.read(rules));
        CacheRules inUse = destination.rules().orElseThrow(() -> new CliProblem(noRules(analyst, id)));
        if (calls != null && calls < 1 || parallel < 1 || pauseAfter < 0) {
            throw new CliProblem("--calls and --parallel take 1 or more, --pause-after 0 or more");
        }
        if (pause != null && pauseAfter == 0) {
            throw new CliProblem("--pause needs --pause-after, which says after how many calls");
        }
        CallLimit.require(calls == null ? 1 : calls);
        PromptArguments.warnOfMissing(input, console);
        PromptArguments.noteOwnFields(input, console);
        RefusalLines.requireKey(input.prompt().settings().cache());
        CountedRows rows = analyst.countRows(input.prompt(), input.values(), destination);
        RefusalLines.say(rows.rows().getFirst().sent(), console);
        int count = calls == null ? rows.rows().size() : calls;
        rows.rows().stream().map(destination::inputOf)
                .anyMatch(figure -> ContextWarning.say(destination, figure, console));
        warnOfThinking(rows, destination);
        var cadence = new Cadence(every, parallel, pauseAfter, pause == null ? USUAL_PAUSE : pause);
        List<CallsReport.Line> lines = forecast(rows, destination, count, cadence);
        var report = new CallsReport(lines, Optional.of(inUse.set()), true);
        Estimate estimate = destination.estimate(rows.rows().getFirst());
        if (arguments.isJson()) {
            console.print(report.json().set("parting",
                    rows.parting().map(found -> json(found, estimate)).orElse(null)));
        } else {
            console.print(report, false);
            EstimateLine.print(destination, estimate, console);
            rows.parting().ifPresent(found -> console.print(words(found, estimate)));
            if (lines.stream().flatMap(line -> line.forecast().stream()).anyMatch(CallForecast::isBeyondPrefix)) {
                console.print(Texts.get("forecast-strip.same-text-why"));
            }
        }
        if (cadence.isAbove(inUse.callsAMinute())) {
            console.say(Texts.format("forecast-strip.too-fast-why", inUse.callsAMinute().getAsInt()));
        }
        return ExitStatus.DONE;
    }

    /// Thinking that belongs to the text of another row is refused before anything is read.
    private void warnOfThinking(CountedRows rows, Destination destination) {
        var thinking = new BoundThinking();
        for (int i = 0; i < rows.rows().size(); i++) {
            Optional<String> refused = thinking.refusedIn(destination, rows.rows().get(i));
            if (refused.isPresent()) {
                console.say("warning: row " + (i + 1) + " is " + RefusedCalls.boundWords(refused.get()));
                return;
            }
        }
    }

    private static ObjectNode json(CountedRows.Parting found, Estimate estimate) {
        TokenRange common = estimate.range(found.at().commonTokens());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("row", found.row() + 1)
                .put("tokens", common.tokens()).put("block", found.at().block())
                .put("offset", found.at().place().offset()).put("a", found.at().before()).put("b", found.at().now());
        EstimateJson.put(json, common);
        return json;
    }

    private static String words(CountedRows.Parting found, Estimate estimate) {
        return "row " + (found.row() + 1) + " differs from row 1 after "
                + TokenWords.inSentence(estimate.range(found.at().commonTokens()))
                + " tokens, at character " + Numbers.count(found.at().place().offset() + 1L) + " of "
                + found.at().block()
                + ": “" + found.at().now() + "” instead of “" + found.at().before() + "”";
    }

    private static String noRules(Analyst analyst, String id) {
        return id.isEmpty()
                ? "A forecast needs a model: give one with --model"
                : ModelWarnings.unknown(analyst.catalog(), id, "a forecast needs rules, which --rules can name");
    }

    private List<CallsReport.Line> forecast(CountedRows rows, Destination destination, int count, Cadence cadence) {
        Terms terms = destination.terms(rows.rows().getFirst().request().settings()).orElseThrow();
        List<CountedRequest> calls = IntStream.range(0, count)
                .mapToObj(i -> rows.rows().get(i % rows.rows().size())).toList();
        Instant start = start(cadence, count);
        new ModelWarnings(parts.analyst().get().catalog(), console).check(destination.modelId(), start, "", "");
        SeriesForecast series = new Forecaster(terms, rows.prefix().tokens()).series(calls, start, cadence);
        var lines = new ArrayList<CallsReport.Line>();
        for (int i = 0; i < count; i++) {
            Instant at = start.plus(cadence.offsetOf(i));
            TokenRange figure = destination.inputOf(calls.get(i));
            Optional<CallForecast> forecast = Optional.of(series.calls().get(i));
            lines.add(new CallsReport.Line(OptionalInt.empty(), destination.modelId(), at, figure, forecast, forecast,
                    terms.costOf(InputSplit.uncached(figure.tokens()), at), Usage.unknown(),
                    new Call.Bill(Optional.empty(), Optional.empty())));
        }
        return lines;
    }

    private Instant start(Cadence cadence, int count) {
        Instant first;
        try {
            first = start == null ? parts.stopwatch().now() : Instant.parse(start);
        } catch (DateTimeException e) {
            throw new CliProblem("--start takes a time like 2026-11-23T09:41:02Z, not " + start);
        }
        try {
            if (!first.isBefore(Instant.EPOCH) && !first.plus(cadence.offsetOf(count - 1)).isAfter(LATEST)) {
                return first;
            }
        } catch (DateTimeException | ArithmeticException _) {
            // A time that cannot be written is beyond the last one.
        }
        throw new CliProblem("The calls must be between 1970 and 9999: change --start, --every, --pause or --calls");
    }
}
