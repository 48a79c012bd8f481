package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.layout.Arranger;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.SecondRequest;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.RulesOption;
import dev.cachewright.cli.print.AdviceReport;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.LayoutReport;
import dev.cachewright.format.advice.AdviceRules;
import dev.cachewright.store.PromptDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "advise", description = "Says what to change so that more is read from the cache, where, and what that brings.", mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Option(names = "--with", paramLabel = "OTHER", description = "A second request of the same application, which proves what changes.")
    private Path other;

    @Option(names = "--every", paramLabel = "D", defaultValue = "6s", converter = DurationWords.class, description = "The pause between calls: 500ms, 5s, 2m; 6s by default.")
    private Duration every;

    @Option(names = "--parallel", paramLabel = "K", defaultValue = "1", description = "How many calls are sent together; 1 by default.")
    private int parallel;

    @Option(names = "--rules", paramLabel = "R", description = "Overrides the cache rules of the model.")
    private String rules;

    @Option(names = "--arrange", description = "Adds the order of the blocks, and the breakpoints, with which calls cost least.")
    private boolean isArranged;

    AdviseCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (parallel < 1) {
            throw new CliProblem("--parallel takes 1 or more, not " + parallel);
        }
        Analyst analyst = parts.analyst().get();
        PromptArguments.Input input = arguments.readText(analyst, console);
        PromptArguments.noteOwnFields(input, console);
        Optional<SecondRequest> second = Optional.ofNullable(other)
                .map(path -> SecondRequest.of(input.prompt(), new PromptDocuments().open(path, false).opened()));
        Subject subject = Subject.of(analyst, new AnalysisInput(input.prompt(), input.values(), 0,
                RulesOption.read(rules), CacheState.empty(), parts.stopwatch().now(),
                new Cadence(every, parallel, 0, Duration.ZERO), second, TokenSource.none()));
        var advisor = new Advisor(analyst, AdviceRules.all()).ignoring(input.ignoredRules());
        List<Advice> given = advisor.advise(subject);
        print(subject, new AdviceReport(subject, given, advisor.plan(subject)));
        return ExitStatus.DONE;
    }

    private void print(Subject subject, AdviceReport report) {
        Optional<LayoutReport> layout = isArranged ? Optional.of(layout(subject)) : Optional.empty();
        if (arguments.isJson()) {
            ObjectNode json = report.json();
            layout.ifPresent(best -> json.set("layout", best.json()));
            console.print(json);
        } else {
            report.print(console);
            layout.ifPresent(best -> best.print(console));
        }
    }

    private static LayoutReport layout(Subject subject) {
        return Arranger.best(subject).map(LayoutReport::new).orElseThrow(() -> new CliProblem("the model \""
                + subject.prompt().settings().model()
                + "\" has no cache rules to arrange for: name some with --rules"));
    }
}
