package dev.cachewright.cli;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Replayer;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.RulesOption;
import dev.cachewright.cli.print.CallsReport;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ModelWarnings;
import dev.cachewright.format.record.RecordedCall;
import dev.cachewright.format.record.RecordedCalls;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.session.Billing;
import dev.cachewright.store.PromptDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "replay", description = "Runs recorded requests through the cache rules and compares the result with the reported usage.", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    /// Between calls that do not say when they were sent.
    private static final Duration PACE = Duration.ofSeconds(2);

    private final CliParts parts;
    private final Console console;

    @Parameters(index = "0", paramLabel = "CALLS", description = "JSON Lines of requests, with usage where known.")
    private Path file;

    @Option(names = "--model", paramLabel = "M", description = "Overrides the models that the lines name.")
    private String model;

    @Option(names = "--rules", paramLabel = "R", description = "Overrides the cache rules of each model.")
    private String rules;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    ReplayCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Analyst analyst = parts.analyst().get();
        Optional<RuleSet> named = RulesOption.read(rules);
        var replayer = new Replayer(analyst, named);
        RecordedCalls read = read();
        List<RecordedCall> recorded = read.calls();
        List<Instant> times = times(recorded);
        var warnings = new ModelWarnings(analyst.catalog(), console);
        String lacking = named.isPresent() ? "its calls have no price" : "its calls have no forecast and no price";
        String remedy = named.isPresent() ? "" : ", or give --rules";
        var refused = new RefusedCalls();
        // Calls are often written down when they end; the cache saw them when they began.
        var lines = new CallsReport.Line[recorded.size()];
        IntStream.range(0, recorded.size()).boxed().sorted(Comparator.comparing(times::get))
                .forEach(i -> {
                    RecordedCall call = recorded.get(i);
                    warnings.check(modelOf(call), times.get(i), lacking, remedy);
                    Destination destination = destination(replayer, call);
                    Request request = request(call);
                    CountedRequest counted = destination.countAsIs(request);
                    lines[i] = replay(replayer, call, destination, counted, times.get(i));
                    refused.add(i + 1, call.usage(), destination, counted);
                });
        warnings.end();
        List<CallsReport.Line> calls = List.of(lines);
        var report = new CallsReport(calls, named, false, read.passedOver(), read.unread());
        console.print(report, isJson);
        refused.words().forEach(words -> console.say("warning: " + words));
        report.warnings().forEach(words -> console.say("warning: " + words));
        return ExitStatus.DONE;
    }

    private RecordedCalls read() {
        RecordedCalls read = new PromptDocuments().readCalls(file);
        List<RecordedCall> recorded = read.calls();
        if (recorded.isEmpty()) {
            throw new CliProblem(file + ": There are no calls in this file: give a request on each line");
        }
        // Among others an empty request is a call like any other.
        if (recorded.stream().allMatch(call -> call.prompt().blocks().isEmpty())) {
            PromptArguments.requireText(recorded.getFirst().prompt(), file.toString());
        }
        return read;
    }

    /// When each call was sent; a call that does not say follows the one before it.
    private List<Instant> times(List<RecordedCall> recorded) {
        var times = new ArrayList<Instant>();
        Instant next = parts.stopwatch().now();
        for (RecordedCall call : recorded) {
            Instant at = call.at().orElse(next);
            times.add(at);
            next = at.plus(PACE);
        }
        return times;
    }

    private String modelOf(RecordedCall call) {
        return model == null ? call.prompt().settings().model() : model;
    }

    private Destination destination(Replayer replayer, RecordedCall call) {
        return call.isElsewhere() ? replayer.elsewhere(modelOf(call)) : replayer.destination(modelOf(call));
    }

    private Request request(RecordedCall call) {
        Prompt prompt = call.prompt();
        return Renderer.render(prompt.withSettings(prompt.settings().withModel(modelOf(call))), Row.empty());
    }

    private static CallsReport.Line replay(Replayer replayer, RecordedCall call, Destination destination,
            CountedRequest counted, Instant at) {
        TokenRange input = destination.inputOf(counted);
        Optional<Model> row = destination.model();
        Optional<Money> uncached = row
                .flatMap(priced -> priced.ratesAt(at, input.tokens(), SentSettings.tier(counted.request().settings())))
                .map(rates -> rates.ofInput(InputSplit.uncached(input.tokens())));
        Optional<Replayer.Replayed> replayed = replayer.next(counted, at, call.usage().ofRequest().input(),
                call.answersAfter());
        return new CallsReport.Line(OptionalInt.of(call.line()), destination.modelId(), at, input,
                replayed.map(Replayer.Replayed::forecast),
                replayed.map(Replayer.Replayed::measured), uncached, call.usage(),
                Billing.bill(row, counted.request().settings(), counted.lifetimes(), call.usage(), at));
    }
}
