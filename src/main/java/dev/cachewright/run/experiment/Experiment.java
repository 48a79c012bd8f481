package dev.cachewright.run.experiment;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.experiment.Outcome;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.provider.Provider;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Purpose;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Compares layouts of a prompt by calls. In each round every layout is called once, and once the first of them with
/// another first token, which no cache can help; all with the same row. The first round warms the caches, and is measured
/// for nothing.
public final class Experiment {

    private final Analyst analyst;
    private final Stopwatch stopwatch;

    public Experiment(Analyst analyst, Stopwatch stopwatch) {
        this.analyst = analyst;
        this.stopwatch = stopwatch;
    }

    /// Makes the calls; returns when the last has ended. It ends early as any run does: by a failure, a limit or a
    /// cancellation, and what was measured until then is returned.
    ///
    /// @param events is called on this thread; costs of its calls have their answers in them
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered; nothing is sent then
    public Outcome run(ExperimentPlan plan, Provider provider, RunStart start, Consumer<RunEvent> events) {
        var requests = new ArmRequests(analyst, plan, stopwatch.now());
        var measured = new Measured(plan, requests, start.firstNumber());
        new Runner(analyst, stopwatch).run(calls(plan, requests), requests, provider, start, event -> {
            if (event instanceof RunEvent.Finished finished) {
                measured.add(finished.call());
            }
            events.accept(event);
        });
        return measured.outcome();
    }

    /// The tokens that a warm call of each layout should read more in the experiment than by itself, by the rules: what a
    /// request begins with moves its static prefix by some tokens, and so perhaps over a step of the cache. 0 for most.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public List<Long> readMore(ExperimentPlan plan) {
        return new ArmRequests(analyst, plan, stopwatch.now()).promisedMore();
    }

    private static RunPlan calls(ExperimentPlan plan, ArmRequests requests) {
        List<Integer> rows = IntStream.range(0, plan.calls()).mapToObj(requests::row).toList();
        Set<Integer> controls = IntStream.range(0, plan.calls())
                .filter(call -> requests.purpose(call) == Purpose.CONTROL).boxed()
                .collect(Collectors.toUnmodifiableSet());
        Prompt first = plan.layouts().getFirst().prompt();
        return new RunPlan(first, plan.values(), new CallOrder(rows, controls), plan.pace(), plan.profile(),
                plan.layouts().getFirst().destination());
    }
}
