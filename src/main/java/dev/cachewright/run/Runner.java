package dev.cachewright.run;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.provider.Provider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Makes the calls of a plan, one after the other or several at a time, and forecasts each before it is sent.
public final class Runner {

    private final Analyst analyst;
    private final Stopwatch stopwatch;

    public Runner(Analyst analyst, Stopwatch stopwatch) {
        this.analyst = analyst;
        this.stopwatch = stopwatch;
    }

    /// Runs the plan; returns when its last call has ended. No call is begun after one has failed, or after the run
    /// was cancelled. The rows are counted once.
    ///
    /// @param events is called on this thread where calls follow each other, else on a thread of each call
    /// @return what the cache holds by the rules after the last call
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered; nothing is sent then
    public CacheState run(RunPlan plan, Provider provider, RunStart start, Consumer<RunEvent> events) {
        CountedRows rows = analyst.countRows(plan.prompt(), plan.values(), plan.destination());
        return run(plan, new RowRequests(plan, rows, start.promptName()), provider, start, events);
    }

    /// The same with requests that were made elsewhere.
    ///
    /// @param plan its order says how many calls there are; what they send is asked of `requests`
    /// @return what the cache holds by the rules after the last call
    public CacheState run(RunPlan plan, CallRequests requests, Provider provider, RunStart start,
            Consumer<RunEvent> events) {
        var series = new Series(plan, requests, start, new Series.Tools(provider, stopwatch, events));
        int parallel = Math.min(plan.pace().parallel(), plan.order().size());
        boolean goesOn = !plan.pace().isFirstAlone() || series.one();
        if (!goesOn) {
            return series.cache();
        }
        if (parallel <= 1) {
            series.work();
        } else {
            runParallel(series, parallel);
        }
        return series.cache();
    }

    private static void runParallel(Series series, int parallel) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] workers = IntStream.range(0, parallel)
                    .mapToObj(_ -> CompletableFuture.runAsync(series::work, threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(workers).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
