package dev.cachewright.cli;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.TermsInUse;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Providers;
import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Sends calls, walking the rows, and compares each with its forecast.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Option(names = "--profile", paramLabel = "P", description = "Where the calls go; the simulator by default.")
    private String profile;

    @Option(names = "--base-url", paramLabel = "U", description = "Any OpenAI-compatible server in place of a profile, up to and with /v1. A key comes from "
            + "OPENAI_API_KEY.")
    private String baseUrl;

    @Option(names = "--api", paramLabel = "chat|responses", description = "In place of the form that the file names.")
    private String api;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "1", description = "How many calls; 1 by default.")
    private int calls;

    @Option(names = "--concurrency", paramLabel = "K", defaultValue = "1", description = "How many at a time.")
    private int concurrency;

    @Option(names = "--every", paramLabel = "D", defaultValue = "0s", converter = DurationWords.class, description = "The pause between calls: 500ms, 5s, 2m.")
    private Duration every;

    RunCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (calls < 1 || concurrency < 1) {
            throw new CliProblem("--calls and --concurrency take 1 or more");
        }
        Analyst analyst = parts.analyst().get();
        Profile target = target();
        PromptArguments.Input input = arguments.read(analyst, console);
        Prompt prompt = input.prompt().withSettings(settings(input.prompt().settings()));
        Optional<CacheRules> rules = target.rules().isEmpty()
                ? analyst.rulesFor(prompt.settings().model())
                : analyst.rulesNamed(target.rules(), prompt.settings().model());
        RefusalWords.tell(prompt, TermsInUse.of(analyst.catalog().find(prompt.settings().model()), rules), console);
        int rowCount = input.values().rowsOrEmpty().size();
        List<Integer> rows = IntStream.range(0, calls).mapToObj(i -> i % rowCount).toList();
        var plan = new RunPlan(prompt, input.values(), rows, new RunPlan.Pace(every, true), target, rules);
        return report(analyst, plan, send(analyst, plan));
    }

    private List<Call> send(Analyst analyst, RunPlan plan) {
        try (Providers providers = parts.providers().get()) {
            return new Series(analyst, parts.stopwatch(), plan).run(providers.of(plan.profile()), concurrency);
        }
    }

    private int report(Analyst analyst, RunPlan plan, List<Call> made) {
        List<TokenRange> inputs = made.stream().map(call -> plan.rows().get(call.number() - 1))
                .map(row -> analyst.inputOf(Renderer.render(plan.prompt(), plan.values().row(row)))).toList();
        var report = new RunReport(plan, analyst.catalog().find(plan.prompt().settings().model()), made, inputs);
        console.print(report, arguments.isJson());
        boolean hasFailed = false;
        for (Call call : made) {
            if (call.measurement().result() instanceof CallResult.Failed failed) {
                hasFailed = true;
                String status = failed.status() == 0 ? "" : failed.status() + " ";
                console.tell("call " + call.number() + " failed: " + status + failed.message() + " - "
                        + failed.advice());
            }
        }
        return hasFailed ? Cli.NO : Cli.DONE;
    }

    private Profile target() {
        if (baseUrl != null && profile != null) {
            throw new CliProblem("Give either --profile or --base-url");
        }
        if (baseUrl != null) {
            return Profile.compatible(baseUrl, "");
        }
        if (profile == null) {
            return Profile.simulator();
        }
        List<Profile> known = parts.profiles().get();
        return known.stream().filter(each -> each.name().equalsIgnoreCase(profile)).findFirst().orElseThrow(
                () -> new CliProblem("There is no profile \"" + profile + "\": there are "
                        + known.stream().map(Profile::name).collect(Collectors.joining(", "))));
    }

    private Settings settings(Settings settings) {
        if (settings.model().isEmpty()) {
            throw new CliProblem("A call needs a model: give one with --model");
        }
        Api form = api == null ? settings.api() : Api.of(api).orElse(Api.MESSAGES);
        if (form == Api.MESSAGES) {
            throw new CliProblem("Calls go out as Chat Completions or Responses: give --api chat or --api responses");
        }
        return settings.withApi(form);
    }
}
