package dev.cachewright.cli;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.Interruption;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.RefusalLines;
import dev.cachewright.cli.argument.RulesOption;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.RunPrinter;
import dev.cachewright.cli.sending.PaidRun;
import dev.cachewright.cli.sending.TargetOptions;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.count.ServerCounter;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Spacing;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionId;
import dev.cachewright.session.SessionKeeper;
import dev.cachewright.session.SessionStore;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.telemetry.TelemetryEndpoint;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.WhatIfWords;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Sends calls, taking the rows in turn, and compares each with its forecast.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /// How long an interrupted run may take to end.
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Mixin
    private PaceOptions pacing;

    @Mixin
    private OtlpOption otlp;

    @Mixin
    private TargetOptions targets;

    @Option(names = "--api", paramLabel = "chat|responses|messages", description = "Overrides the API that the file names.")
    private String api;

    @Option(names = "--rules", paramLabel = "R", description = "Overrides the cache rules of the profile and the model.")
    private String rules;

    @Option(names = "--jsonl", description = "Print each call as a line of JSON as it ends.")
    private boolean isJsonLines;

    RunCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /// Ends early when the process is asked to end: what runs is cancelled, and what is printed is closed. From the
    /// first step on, since an end that comes while files are read leaves a document as well.
    @Override
    public Integer call() {
        var cancellation = new Cancellation();
        try (var _ = Interruption.with(cancellation::cancel, LONGEST_END)) {
            return send(parts.analyst().get(), cancellation);
        }
    }

    private int send(Analyst analyst, Cancellation cancellation) {
        Optional<TelemetryEndpoint> collector = otlp.endpoint(parts.senders().telemetries());
        RunPlan plan = plan(analyst);
        Session session = Session.started(SessionId.at(parts.stopwatch().now(), ProcessHandle.current().pid()))
                .of(arguments.source());
        try (SessionStore store = parts.sessions().get();
                Providers providers = parts.senders().providers().get();
                Telemetry telemetry = OtlpOption.open(collector, parts.senders().telemetries(), console)) {
            var keeper = new SessionKeeper(store);
            Provider provider = providers.of(plan.profile());
            PaidRun.say(plan, analyst, parts.stopwatch().now(), console);
            // Else the first call would measure how long classes take to load.
            provider.warmUp();
            try (RunPrinter printer = new RunPrinter(console, form(), plan)) {
                new Runner(analyst, parts.stopwatch()).run(served(plan, providers, cancellation), provider,
                        new RunStart(1, CacheState.empty(),
                                cancellation, (call, exchange) -> keeper.keep(session, call, exchange),
                                arguments.name()),
                        telemetry.after(event -> {
                            printer.accept(event);
                            stopUnheard(event, cancellation);
                        }, new Telemetry.Origin(session.id(), plan.profile(), plan.pace().isStreamed())));
                if (cancellation.isCancelled()) {
                    printer.stop();
                }
                return printer.hasFailed() || printer.hasLost() || printer.hasReachedLimit() ? ExitStatus.NO
                        : ExitStatus.DONE;
            }
        }
    }

    /// The plan with the tokens of a server that cuts prompts for others, where its cache goes by them.
    private RunPlan served(RunPlan plan, Providers providers, Cancellation cancellation) {
        return plan.to(new ServerCounter(providers).forRun(plan.destination(), plan.profile(),
                plan.prompt().settings().api(), cancellation, problem -> console.say("warning: counted here and not on "
                        + "the server, so that forecasts are estimates: " + ServerCountOptions.problem(problem))));
    }

    /// What nobody reads any more should cost nothing more, as in `run … | head -1`.
    private void stopUnheard(RunEvent event, Cancellation cancellation) {
        if (event instanceof RunEvent.Finished && console.isClosed()) {
            cancellation.cancel();
        }
    }

    private RunPlan plan(Analyst analyst) {
        if (isJsonLines && arguments.isJson()) {
            throw new CliProblem("Give either --json or --jsonl");
        }
        pacing.check();
        Profile target = targets.read(parts);
        PromptArguments.Input input = arguments.readText(analyst, console);
        Prompt prompt = input.prompt().withSettings(settings(input.prompt().settings()));
        RefusalLines.requireKey(prompt.settings().cache());
        Destination destination = analyst.destination(prompt.settings().model(),
                RulesOption.read(rules).or(target::rules));
        SentRequest first = destination.requests().of(Renderer.render(prompt, input.values().row(0)));
        RefusalLines.say(first, console);
        pacing.requirePrice(destination, prompt.settings(), parts.stopwatch().now());
        Spacing spacing = pacing.isKeptAlive() ? keptWarm(destination, first) : pacing.spacing();
        return new RunPlan(prompt, input.values(), pacing.order(input.values().rowsOrEmpty().size(), spacing),
                pacing.pace(spacing), target, destination);
    }

    /// With pings as often as the lifetime of what the first call stores asks for.
    private Spacing keptWarm(Destination destination, SentRequest first) {
        CacheRules cache = destination.terms(first.request().settings()).map(Terms::rules).orElseThrow(
                () -> new CliProblem("--keep-alive needs the cache rules of the model: give them with --rules"));
        Duration kept = cache.lifetimeOf(destination.count(first).content()).expected();
        if (!kept.isPositive() || cache.name().equals(RuleSet.Named.NONE.word())) {
            throw new CliProblem("--keep-alive: " + destination.modelId() + " keeps nothing");
        }
        Spacing.KeptWarm spacing = Spacing.KeptWarm.of(pacing.spacing(), kept);
        console.say("keep-alive: what is stored is kept " + WhatIfWords.keptFor(kept) + ", so "
                + (spacing.pings() == 0
                        ? "no ping is needed between these calls"
                        : Numbers.count(spacing.pings()) + (spacing.pings() == 1 ? " ping" : " pings")
                                + " between two calls, each " + WhatIfWords.kept(spacing.every())
                                + " after the call or ping before it"));
        return spacing;
    }

    private RunPrinter.Form form() {
        return isJsonLines ? RunPrinter.Form.JSON_LINES
                : arguments.isJson() ? RunPrinter.Form.JSON : RunPrinter.Form.TABLE;
    }

    private Settings settings(Settings settings) {
        if (settings.model().isEmpty()) {
            throw new CliProblem("A call needs a model: give one with --model");
        }
        return settings.withApi(api == null
                ? settings.api()
                : Api.of(api).orElseThrow(() -> new CliProblem("--api takes chat, responses or messages")));
    }
}
