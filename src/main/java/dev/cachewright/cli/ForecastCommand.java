package dev.cachewright.cli;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.StaticPrefix;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import dev.cachewright.token.request.RequestTokens;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "forecast", description = "Says what calls will read from the cache and what they cost, from a cold cache on.", mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "0", description = "How many calls, walking the rows; one for each row by default.")
    private int calls;

    @Option(names = "--every", paramLabel = "D", defaultValue = "5s", converter = DurationWords.class, description = "The pause between calls: 500ms, 5s, 2m; 5s by default.")
    private Duration every;

    @Option(names = "--start", paramLabel = "ISO", description = "When the first call is sent, which decides its prices; now by default.")
    private String start;

    ForecastCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Analyst analyst = parts.analyst().get();
        PromptArguments.Input input = arguments.read(analyst, console);
        Settings settings = input.prompt().settings();
        CacheRules rules = analyst.rulesFor(settings.model()).orElseThrow(() -> new CliProblem(
                "There is no forecast for \"" + settings.model() + "\" yet: its rules have no engine"));
        RefusalWords.tell(input.prompt(), analyst.catalog().find(settings.model()).map(Model::cache), console);
        if (calls < 0) {
            throw new CliProblem("--calls takes 1 or more");
        }
        int count = calls == 0 ? input.values().rowsOrEmpty().size() : calls;
        console.print(new CallsReport(forecast(analyst, input, rules, count), Optional.of(rules), true),
                arguments.isJson());
        return Cli.DONE;
    }

    private List<CallsReport.Line> forecast(Analyst analyst, PromptArguments.Input input, CacheRules rules, int count) {
        Prompt prompt = input.prompt();
        String id = prompt.settings().model();
        StaticPrefix prefix = analyst.prefixOf(prompt, input.values());
        var terms = analyst.terms(rules, prompt.settings());
        var forecaster = new Forecaster(terms, prefix.tokens());
        CacheState state = CacheState.empty();
        Instant at = start();
        var lines = new ArrayList<CallsReport.Line>();
        List<Counted> rows = input.values().rowsOrEmpty().stream().limit(count)
                .map(row -> Counted.of(analyst, Renderer.render(prompt, row))).toList();
        for (int i = 0; i < count; i++) {
            Counted row = rows.get(i % rows.size());
            TokenRange figure = row.input();
            Forecaster.Result result = forecaster.next(state, row.tokens(), at);
            lines.add(new CallsReport.Line(id, at, figure, Optional.of(result.forecast()),
                    terms.costOf(InputSplit.uncached(figure.tokens()), at), Usage.unknown(),
                    new Call.Bill(Optional.empty(), Optional.empty())));
            state = result.state();
            at = at.plus(every);
        }
        return lines;
    }

    private Instant start() {
        try {
            return start == null ? parts.stopwatch().now() : Instant.parse(start);
        } catch (DateTimeException e) {
            throw new CliProblem("--start takes a time like 2026-11-23T09:41:02Z, not " + start);
        }
    }

    /// A row that calls may come back to.
    private record Counted(RequestTokens tokens, TokenRange input) {

        private static Counted of(Analyst analyst, Request request) {
            RequestTokens tokens = analyst.counterFor(request.settings().model()).count(request);
            return new Counted(tokens, analyst.estimate(request, tokens).range(tokens.total()));
        }
    }
}
