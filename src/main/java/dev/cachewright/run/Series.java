package dev.cachewright.run;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Edition;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.PromptMark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// The state of one run: which call is next, and what the cache holds by the rules.
///
/// Calls leave in the order of their forecasts, also where several are on their way: the next one is prepared when the
/// one before it has gone out. Each counts as in the cache from when its answer begins.
final class Series {

    private final RunPlan plan;
    private final CountedRows rows;
    private final RunStart start;
    private final Tools tools;
    private final PromptMark prompt;
    private final Semaphore door = new Semaphore(1);
    private CacheState cache;
    private int next;
    private boolean hasFailed;
    private boolean isLastOdd;

    Series(RunPlan plan, CountedRows rows, RunStart start, Tools tools) {
        this.plan = plan;
        this.rows = rows;
        this.start = start;
        this.tools = tools;
        this.prompt = new PromptMark(start.promptName(), Edition.of(plan.prompt()));
        this.cache = start.cache();
    }

    /// What a run is made with.
    record Tools(Provider provider, Stopwatch stopwatch, Consumer<RunEvent> events) {
    }

    /// A call that is ready to be sent.
    ///
    /// @param before what the cache held when it was forecast
    /// @param after what it holds then by the forecast; the same where the rules are not known
    private record Turn(int index, CountedRequest counted, Instant at, CallForecast forecast, CacheState before,
            CacheState after) {
    }

    /// Makes calls until there are no more. Run by as many threads as calls may be on their way.
    void work() {
        boolean goesOn = true;
        while (goesOn) {
            Optional<Turn> turn = enter();
            turn.ifPresent(this::send);
            goesOn = turn.isPresent() && hasNext()
                    && tools.stopwatch().waiting().wait(plan.pace().pause(), start.cancellation());
        }
    }

    /// What the cache holds by the rules.
    synchronized CacheState cache() {
        return cache;
    }

    private synchronized boolean hasNext() {
        return !hasEnded() && next < plan.rows().size();
    }

    private synchronized boolean hasEnded() {
        return hasFailed || start.cancellation().isCancelled();
    }

    /// Waits until no other call is about to go out, and prepares the next one; empty where there is none, and the door
    /// is open again.
    private Optional<Turn> enter() {
        door.acquireUninterruptibly();
        try {
            Optional<Turn> turn = nextTurn();
            if (turn.isEmpty()) {
                door.release();
            }
            return turn;
        } catch (RuntimeException e) {
            door.release();
            throw e;
        }
    }

    private synchronized Optional<Turn> nextTurn() {
        if (!hasNext()) {
            return Optional.empty();
        }
        return Optional.of(turn(next++));
    }

    /// The same call, forecast by what the cache holds now.
    private synchronized Turn again(Turn turn) {
        try {
            return turn(turn.index());
        } catch (RuntimeException e) {
            door.release();
            throw e;
        }
    }

    private Turn turn(int index) {
        CountedRequest counted = rows.rows().get(plan.rows().get(index));
        Instant at = tools.stopwatch().now();
        Optional<Forecaster.Result> result = forecast(counted, at);
        CallForecast forecast = result.map(Forecaster.Result::forecast).orElseGet(() -> unknown(counted));
        return new Turn(index, counted, at, forecast, cache,
                result.map(Forecaster.Result::state).orElse(cache));
    }

    /// The forecast by what the cache holds now; empty where the rules are not known.
    private Optional<Forecaster.Result> forecast(CountedRequest counted, Instant at) {
        return plan.destination().terms(counted.request().settings())
                .map(terms -> new Forecaster(terms, rows.prefix().tokens()).next(cache, counted, at));
    }

    private CallForecast unknown(CountedRequest counted) {
        int tokens = plan.destination().correction().typical(counted.tokens().total());
        return new CallForecast(InputSplit.uncached(tokens), Optional.empty(), 0, MissReason.NO_RULES, "");
    }

    /// Sends a call, and sends it again for as long as the server asks to wait and the run goes on.
    private void send(Turn first) {
        Turn turn = first;
        Attempt attempt = attempt(turn);
        int waits = 0;
        Optional<Duration> asked = RateLimit.asksFor(attempt.call().measurement().result(), waits);
        while (asked.isPresent() && waitAtDoor(attempt, asked.get())) {
            waits++;
            turn = again(turn);
            attempt = attempt(turn);
            asked = RateLimit.asksFor(attempt.call().measurement().result(), waits);
        }
        finish(asked.isPresent() ? attempt.stopped() : attempt);
    }

    /// Lets no other call out meanwhile: it would be refused as well. The door stays closed where the run goes on.
    private boolean waitAtDoor(Attempt attempt, Duration asked) {
        door.acquireUninterruptibly();
        long waited = tools.stopwatch().nanos().getAsLong() - attempt.endNanos();
        boolean goesOn = false;
        try {
            goesOn = !hasEnded() && waitFor(attempt.call().number(), asked.minusNanos(waited));
            return goesOn;
        } finally {
            if (!goesOn) {
                door.release();
            }
        }
    }

    private boolean waitFor(int number, Duration time) {
        boolean goesOn = true;
        for (long left = RateLimit.wholeSeconds(time); left > 0 && goesOn; left--) {
            tools.events().accept(new RunEvent.Waiting(number, left));
            goesOn = tools.stopwatch().waiting().wait(Duration.ofSeconds(1), start.cancellation());
        }
        return goesOn;
    }

    /// A call as it was sent once.
    ///
    /// @param answers is run when its answer begins
    /// @param endNanos when it had ended, by the steady clock
    private record Attempt(Call call, Once answers, long endNanos) {

        /// The same where the run was stopped while it waited to be sent again: it has reached no cache.
        Attempt stopped() {
            var refused = call.measurement();
            var measurement = new Call.Measurement(new CallResult.Cancelled(""), refused.usage(), refused.timing());
            return new Attempt(new Call(call.number(), call.target(), call.body(), call.forecast(), measurement,
                    call.bill()), new Once(() -> {
                    }), endNanos);
        }
    }

    private Attempt attempt(Turn turn) {
        int number = start.firstNumber() + turn.index();
        var passed = new Once(door::release);
        var answers = new Once(() -> remember(turn));
        try {
            tools.events().accept(new RunEvent.Started(number, turn.index(), plan.rows().size(),
                    plan.destination().inputOf(turn.counted())));
            String body = RequestBodyWriter.write(turn.counted().sent(), plan.pace().isStreamed()).json();
            var recorder = new CallRecorder(tools.stopwatch(), body, text -> {
                answers.run();
                tools.events().accept(new RunEvent.TextArrived(number, text));
            });
            Settings settings = turn.counted().request().settings();
            tools.provider().send(new ModelCall(settings.api(), body, plan.pace().isStreamed(), plan.pace().limits()),
                    start.cancellation(), event -> {
                        if (event instanceof CallEvent.Sent || event instanceof CallEvent.End) {
                            passed.run();
                        }
                        recorder.accept(event);
                    });
            return new Attempt(call(turn, number, body, recorder.measurement()), answers,
                    tools.stopwatch().nanos().getAsLong());
        } catch (RuntimeException e) {
            // What broke one call would break the next, and each may cost money.
            fail();
            throw e;
        } finally {
            passed.run();
        }
    }

    private Call call(Turn turn, int number, String body, Call.Measurement measurement) {
        Settings settings = turn.counted().request().settings();
        var target = new CallTarget(plan.profile().name(), settings.model(), settings.api(), prompt);
        return new Call(number, target, body, turn.forecast(), measurement, Billing.bill(plan.destination().model(),
                settings, turn.counted().lifetimes(), measurement.usage(), measurement.timing().at()));
    }

    private synchronized void fail() {
        hasFailed = true;
    }

    /// A call that failed ends the series; one odd answer does not, two in a row do.
    private synchronized void endAfter(CallResult result) {
        boolean isOdd = result instanceof CallResult.Failed failed && failed.failure().isOfAnswer();
        hasFailed |= result instanceof CallResult.Failed && (!isOdd || isLastOdd);
        isLastOdd = isOdd;
    }

    /// From now on what the call stores can be read.
    private synchronized void remember(Turn turn) {
        cache = cache == turn.before()
                ? turn.after()
                : forecast(turn.counted(), turn.at()).map(Forecaster.Result::state).orElse(cache);
    }

    /// Keeps the call and then reports it, kept or not: what is shown survives a kill, and what was paid for is shown.
    private void finish(Attempt attempt) {
        Call call = attempt.call();
        // A cancelled or answered call has filled the cache; a refused one has not.
        boolean isFailed = call.measurement().result() instanceof CallResult.Failed;
        if (!isFailed) {
            attempt.answers().run();
        }
        endAfter(call.measurement().result());
        Optional<String> problem = keep(call);
        tools.events().accept(new RunEvent.Finished(call, cache()));
        problem.ifPresent(reason -> tools.events().accept(new RunEvent.NotKept(call, reason)));
    }

    /// Why the call could not be kept; empty where it could.
    private Optional<String> keep(Call call) {
        try {
            start.keeping().keep(call);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage() == null ? "unknown cause" : e.getMessage());
        }
    }

    /// Runs an action the first time it is asked to.
    private static final class Once implements Runnable {

        private final Runnable action;
        private boolean isDone;

        Once(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            synchronized (this) {
                if (isDone) {
                    return;
                }
                isDone = true;
            }
            action.run();
        }
    }
}
