package dev.cachewright.cli.compare;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.Money;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.sending.PaidRun;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.experiment.Outcome;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Providers;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.experiment.Experiment;
import dev.cachewright.run.experiment.ExperimentPlan;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionId;
import dev.cachewright.session.SessionKeeper;
import dev.cachewright.session.SessionStore;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;

/// Makes the calls of a comparison, and keeps them as any run does.
///
/// @param source the first layout, for the session of the calls
record MeasuredRun(CliParts parts, Console console, MeasureOptions options, Profile profile, PromptSource source) {

    /// @throws CliProblem where the layouts cannot be called in one experiment
    void check(List<Layout> layouts) {
        Layout first = layouts.getFirst();
        if (layouts.stream().anyMatch(each -> each.prompt().settings().model().isEmpty())) {
            throw new CliProblem("A call needs a model: give one with --model");
        }
        if (layouts.stream().map(each -> each.destination().modelId()).distinct().count() > 1) {
            throw new CliProblem("--measure compares layouts at one model, and the files name several: give one with "
                    + "--model");
        }
        options.stops().requirePrice(first.destination(), first.prompt().settings(), parts.stopwatch().now());
    }

    MeasuredReport run(List<Layout> layouts, Values values, Cancellation cancellation) {
        var plan = new ExperimentPlan(layouts, values, options.rounds(), options.pace(profile), profile);
        int perRound = layouts.size() + 1;
        sayRows(values);
        sayShifted(plan);
        var printer = new ExperimentPrinter(console, perRound, options.rounds() + 1,
                options.pause(profile).isPositive());
        try (SessionStore store = parts.sessions().get();
                Providers providers = parts.senders().providers().get()) {
            Provider provider = providers.of(profile);
            PaidRun.say(profile, plan.calls(), layouts.getFirst().destination().modelId(), cost(plan), console);
            provider.warmUp();
            Outcome outcome = send(plan, provider, store, cancellation, printer);
            printer.end(cancellation.isCancelled());
            return new MeasuredReport(outcome, profile.name(), plan.calls(), printer.ended(), printer.isWhole(),
                    printer.failures());
        }
    }

    private Outcome send(ExperimentPlan plan, Provider provider, SessionStore store, Cancellation cancellation,
            ExperimentPrinter printer) {
        Session session = Session.started(SessionId.at(parts.stopwatch().now(), ProcessHandle.current().pid()))
                .of(source);
        var keeper = new SessionKeeper(store);
        var start = new RunStart(1, CacheState.empty(), cancellation,
                (call, exchange) -> keeper.keep(session, call, exchange), source.name());
        return new Experiment(parts.analyst().get(), parts.stopwatch()).run(plan, provider, start, event -> {
            printer.accept(event);
            // What nobody reads any more should cost nothing more.
            if (event instanceof RunEvent.Finished && console.isClosed()) {
                cancellation.cancel();
            }
        });
    }

    /// Rows that come again are read from the cache as far as they go, which rows of an application are not.
    private void sayRows(Values values) {
        int rows = values.rowsOrEmpty().size();
        if (rows <= options.rounds()) {
            console.say(
                    "note: " + (rows == 1 ? "there is 1 row" : "there are " + Numbers.count(rows) + " rows") + " for "
                            + Numbers.count(options.rounds() + 1)
                            + " rounds: a row that comes again may be read beyond the static prefix; "
                            + "give more with --values");
        }
    }

    private void sayShifted(ExperimentPlan plan) {
        List<Long> more = new Experiment(parts.analyst().get(), parts.stopwatch()).readMore(plan);
        for (int i = 0; i < more.size(); i++) {
            long tokens = more.get(i);
            if (tokens != 0) {
                console.say(Texts.format("experiment.shifted", plan.layouts().get(i).name(), tokens > 0
                        ? Numbers.count(tokens) + " more"
                        : Numbers.count(-tokens) + " fewer"));
            }
        }
    }

    /// Of the input, by the forecast: the control is the first layout, and reads nothing.
    private Optional<Money> cost(ExperimentPlan plan) {
        return Layouts.of(parts.analyst().get(), plan.layouts(), plan.values(), plan.each(parts.stopwatch().now()))
                .costWithControl();
    }
}
