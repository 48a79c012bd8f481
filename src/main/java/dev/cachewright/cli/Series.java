package dev.cachewright.cli;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Request;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Provider;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// Makes the calls of a plan, one after the other or several at a time.
///
/// Several at a time share one forecast state: each call counts as in the cache from when its answer begins. No call is
/// begun after one has failed.
final class Series {

    private final Analyst analyst;
    private final Stopwatch stopwatch;
    private final RunPlan plan;
    private final List<Call> made = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final Set<Integer> begun = new HashSet<>();
    private final Semaphore sending = new Semaphore(1);
    private CacheState state = CacheState.empty();
    private int next;
    private boolean hasFailed;

    Series(Analyst analyst, Stopwatch stopwatch, RunPlan plan) {
        this.analyst = analyst;
        this.stopwatch = stopwatch;
        this.plan = plan;
    }

    /// @return the calls in the order of the plan
    List<Call> run(Provider provider, int concurrency) {
        var runner = new Runner(analyst, stopwatch);
        // Else the first call would measure how long classes take to load.
        provider.warmUp();
        if (concurrency == 1) {
            runner.run(plan, provider, new RunStart(1, state, cancellation), this::keep);
            return List.copyOf(made);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] workers = IntStream.range(0, Math.min(concurrency, plan.rows().size()))
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> work(runner, provider), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(workers).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return made.stream().sorted(Comparator.comparing(Call::number)).toList();
    }

    private void work(Runner runner, Provider provider) {
        boolean goesOn = true;
        while (goesOn) {
            sending.acquireUninterruptibly();
            try (var inOrder = new InOrderProvider(provider, sending::release)) {
                Turn turn = turn();
                goesOn = turn.index() < plan.rows().size();
                if (goesOn) {
                    var one = new RunPlan(plan.prompt(), plan.values(), List.of(plan.rows().get(turn.index())),
                            plan.pace(), plan.profile(), plan.rules());
                    runner.run(one, inOrder, new RunStart(turn.index() + 1, turn.state(), cancellation),
                            event -> keep(turn, event));
                }
            }
            goesOn = goesOn && pause();
        }
    }

    private synchronized Turn turn() {
        if (hasFailed || next >= plan.rows().size()) {
            return new Turn(plan.rows().size(), state, Optional.empty());
        }
        Request request = analyst.request(plan.prompt(), plan.values().row(plan.rows().get(next)), plan.rules());
        var turn = new Turn(next, state, Optional.of(new Sent(request, stopwatch.now())));
        next++;
        return turn;
    }

    private synchronized void keep(Turn turn, RunEvent event) {
        if (event instanceof RunEvent.Finished finished) {
            keep(event);
            if (!(finished.call().measurement().result() instanceof CallResult.Failed)) {
                answers(turn);
            }
        } else if (event instanceof RunEvent.TextArrived) {
            answers(turn);
        }
    }

    /// From now on what the call stores can be read.
    private void answers(Turn turn) {
        Sent sent = turn.sent().orElseThrow();
        if (!plan.rules().isEmpty() && begun.add(turn.index())) {
            Request request = sent.request();
            state = new Forecaster(analyst.terms(plan.rules().get(), request.settings()), 0).next(state,
                    analyst.counterFor(request.settings().model()).count(request), sent.at()).state();
        }
    }

    private synchronized void keep(RunEvent event) {
        if (event instanceof RunEvent.Finished finished) {
            made.add(finished.call());
            hasFailed |= finished.call().measurement().result() instanceof CallResult.Failed;
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(plan.pace().pause());
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A call to make, and what the cache holds by the rules before it.
    private record Turn(int index, CacheState state, Optional<Sent> sent) {
    }

    /// A request and when it is sent.
    private record Sent(Request request, Instant at) {
    }
}
