package dev.cachewright.run;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Provider;
import dev.cachewright.session.Billing;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// The state of one run: which call is next, and what the cache holds by the rules.
///
/// Calls leave in the order of their forecasts, also where several are on their way: the next one is prepared when the
/// one before it has gone out. Each counts as in the cache from when its answer begins.
final class Series {

    private final RunPlan plan;
    private final CallRequests requests;
    private final RunStart start;
    private final Tools tools;
    private final Sending sending;
    private final Ending ending;
    private final Budget budget;
    private final long began;
    private final Semaphore door = new Semaphore(1);
    private CacheState cache;
    private int next;

    Series(RunPlan plan, CallRequests requests, RunStart start, Tools tools) {
        this.plan = plan;
        this.requests = requests;
        this.start = start;
        this.tools = tools;
        this.sending = new Sending(plan, requests, start, tools);
        this.ending = new Ending(plan.pace().stops());
        this.budget = new Budget(plan.pace().stops().spending());
        this.began = tools.stopwatch().nanos().getAsLong();
        this.cache = start.cache();
    }

    /// What a run is made with.
    record Tools(Provider provider, Stopwatch stopwatch, Consumer<RunEvent> events) {
    }

    /// Makes calls until there are no more. Run by as many threads as calls may be on their way.
    void work() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = one();
        }
    }

    /// Makes the next call, and waits as long as the pace asks for.
    ///
    /// @return whether there is another
    boolean one() {
        Optional<Turn> turn = enter();
        turn.ifPresent(this::send);
        return turn.isPresent() && hasNext() && plan.pace().spacing().pauseAfter(turn.get().index())
                .map(pause -> tools.stopwatch().waiting().wait(pause, start.cancellation())).orElse(true);
    }

    /// What the cache holds by the rules.
    synchronized CacheState cache() {
        return cache;
    }

    private synchronized boolean hasNext() {
        return !hasEnded() && next < plan.order().size();
    }

    private synchronized boolean hasEnded() {
        return ending.isDue() || start.cancellation().isCancelled();
    }

    /// Waits until no other call is about to go out, and prepares the next one; empty where there is none, and the door
    /// is open again.
    private Optional<Turn> enter() {
        door.acquireUninterruptibly();
        try {
            start.brake().pass(start.cancellation());
            Optional<Turn> turn = isDue() ? nextTurn() : Optional.empty();
            if (turn.isEmpty()) {
                door.release();
            }
            return turn;
        } catch (RuntimeException e) {
            door.release();
            throw e;
        }
    }

    /// Waits for the time of the next call where calls have one.
    private boolean isDue() {
        if (!hasNext()) {
            return false;
        }
        return plan.pace().spacing().due(next()).map(due -> {
            Duration left = due.minusNanos(tools.stopwatch().nanos().getAsLong() - began);
            return !left.isPositive() || tools.stopwatch().waiting().wait(left, start.cancellation());
        }).orElse(true);
    }

    private synchronized int next() {
        return next;
    }

    private synchronized Optional<Turn> nextTurn() {
        if (!hasNext()) {
            return Optional.empty();
        }
        Turn turn = turn(next);
        Optional<Money> most = most(turn);
        if (!budget.allows(most)) {
            ending.atOnce();
            tools.events().accept(budget.reached());
            return Optional.empty();
        }
        budget.begin(turn.index(), most);
        next++;
        return Optional.of(turn);
    }

    /// What it can cost at most; empty where the model has no price.
    private Optional<Money> most(Turn turn) {
        Settings settings = turn.counted().request().settings();
        return Billing.most(plan.destination().model(), settings, turn.counted().lifetimes(),
                turn.forecast().split().input(), OutputLimit.of(settings, plan.pace().stops().outputLimit()),
                turn.at());
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
        Instant at = tools.stopwatch().now();
        CountedRequest counted = requests.request(index, at);
        Optional<Forecaster.Result> result = forecast(index, counted, at);
        CallForecast forecast = result.map(Forecaster.Result::forecast).orElseGet(() -> unknown(counted));
        return new Turn(index, requests.purpose(index), counted, at, forecast, cache,
                result.map(Forecaster.Result::state).orElse(cache));
    }

    /// The forecast by what the cache holds now; empty where the rules are not known.
    private Optional<Forecaster.Result> forecast(int index, CountedRequest counted, Instant at) {
        return plan.destination().terms(counted.request().settings())
                .map(terms -> new Forecaster(terms, requests.prefix(index)).next(cache, counted, at));
    }

    private CallForecast unknown(CountedRequest counted) {
        int tokens = plan.destination().inputOf(counted).tokens();
        return new CallForecast(InputSplit.uncached(tokens), Optional.empty(), 0, MissReason.NO_RULES, "");
    }

    /// Sends a call, and sends it again for as long as the server is too busy and the run goes on.
    private void send(Turn first) {
        Turn turn = first;
        var refused = new ArrayList<Failure>();
        Sending.Attempt attempt = attempt(turn, refused);
        Optional<Duration> wait = retry(attempt, refused);
        while (wait.isPresent() && waitAtDoor(attempt, wait.get())) {
            turn = again(turn);
            attempt = attempt(turn, refused);
            wait = retry(attempt, refused);
        }
        finish(turn, wait.isPresent() ? attempt.stopped() : attempt);
    }

    private Sending.Attempt attempt(Turn turn, List<Failure> refused) {
        var passed = new Once(door::release);
        var answers = new Once(() -> remember(turn));
        try {
            return sending.attempt(turn, List.copyOf(refused), passed, answers);
        } catch (RuntimeException e) {
            // What broke one call would break the next, and each may cost money.
            endAtOnce();
            throw e;
        } finally {
            passed.run();
        }
    }

    /// How long to wait until the call is sent again; empty where it is not.
    private Optional<Duration> retry(Sending.Attempt attempt, List<Failure> refused) {
        Call call = attempt.call();
        Optional<Duration> wait = Retry.after(call.measurement().result(), plan.pace().stops().tries(),
                refused.size(), !attempt.exchange().answer().isEmpty());
        wait.ifPresent(time -> {
            Failure failure = ((CallResult.Failed) call.measurement().result()).failure();
            refused.add(failure);
            tools.events().accept(new RunEvent.Refused(call.number(), refused.size(), failure, time));
        });
        return wait;
    }

    /// Lets no other call out meanwhile: it would be refused as well. The door stays closed where the run goes on.
    private boolean waitAtDoor(Sending.Attempt attempt, Duration asked) {
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
        for (long left = Retry.wholeSeconds(time); left > 0 && goesOn; left--) {
            tools.events().accept(new RunEvent.Waiting(number, left));
            goesOn = tools.stopwatch().waiting().wait(Duration.ofSeconds(1), start.cancellation());
        }
        return goesOn;
    }

    private synchronized void endAtOnce() {
        ending.atOnce();
    }

    private synchronized void end(Turn turn, Call call) {
        ending.after(call.measurement().result());
        boolean isFree = call.measurement().result() instanceof CallResult.Failed failed
                && !failed.failure().isOfAnswer();
        budget.end(turn.index(), isFree ? Optional.of(Money.ZERO) : call.bill().cost());
    }

    /// From now on what the call stores can be read.
    private synchronized void remember(Turn turn) {
        cache = cache == turn.before()
                ? turn.after()
                : forecast(turn.index(), turn.counted(), turn.at()).map(Forecaster.Result::state).orElse(cache);
    }

    /// Keeps the call and then reports it, kept or not: what is shown survives a kill, and what was paid for is shown.
    private void finish(Turn turn, Sending.Attempt attempt) {
        Call call = attempt.call();
        // A cancelled or answered call has filled the cache; a refused one has not.
        boolean isFailed = call.measurement().result() instanceof CallResult.Failed;
        if (!isFailed) {
            attempt.answers().run();
        }
        end(turn, call);
        Optional<String> problem = keep(attempt);
        tools.events().accept(new RunEvent.Finished(call, attempt.exchange(), cache()));
        problem.ifPresent(reason -> tools.events().accept(new RunEvent.NotKept(call, attempt.exchange(), reason)));
    }

    /// Why the call could not be kept; empty where it could.
    private Optional<String> keep(Sending.Attempt attempt) {
        try {
            start.keeping().keep(attempt.call(), attempt.exchange());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage() == null ? "unknown cause" : e.getMessage());
        }
    }
}
