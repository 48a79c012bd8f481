package dev.cachewright.run;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.StaticPrefix;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.TermsInUse;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.token.request.RequestCounter;
import dev.cachewright.token.request.RequestTokens;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes the calls of a plan one after the other, and forecasts each before it is sent.
public final class Runner {

    private final Analyst analyst;
    private final Stopwatch stopwatch;

    public Runner(Analyst analyst, Stopwatch stopwatch) {
        this.analyst = analyst;
        this.stopwatch = stopwatch;
    }

    /// Runs the plan on this thread. Ends early when it is cancelled or a call fails.
    ///
    /// @return what the cache holds by the rules after the last call
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered; nothing is sent then
    public CacheState run(RunPlan plan, Provider provider, RunStart start, Consumer<RunEvent> events) {
        StaticPrefix prefix = analyst.prefixOf(plan.prompt(), plan.values());
        CacheState state = start.cache();
        for (int index = 0; index < plan.rows().size() && !start.cancellation().isCancelled(); index++) {
            if (index > 0 && !Pause.sleep(plan.pace().pause(), start.cancellation())) {
                break;
            }
            events.accept(new RunEvent.Started(index, plan.rows().size()));
            Prepared prepared = prepare(plan, plan.rows().get(index), prefix, state);
            Call call = send(plan, prepared, new Sending(provider, start.cancellation(), events),
                    start.firstNumber() + index);
            // A cancelled or answered call has filled the cache; a refused one has not.
            state = call.measurement().result() instanceof CallResult.Failed ? state : prepared.after();
            events.accept(new RunEvent.Finished(call, state));
            if (call.measurement().result() instanceof CallResult.Failed) {
                break;
            }
        }
        return state;
    }

    private Prepared prepare(RunPlan plan, int row, StaticPrefix prefix, CacheState state) {
        Request request = analyst.request(plan.prompt(), plan.values().row(row), plan.rules());
        RequestCounter counter = analyst.counterFor(request.settings().model());
        RequestTokens tokens = counter.count(request);
        String body = RequestBodyWriter.write(request, plan.pace().isStreamed(),
                TermsInUse.of(analyst.catalog().find(request.settings().model()), plan.rules())).json();
        Instant at = stopwatch.now();
        Optional<Forecaster.Result> result = plan.rules()
                .map(rules -> new Forecaster(analyst.terms(rules, request.settings()), prefix.tokens()).next(state,
                        tokens, at));
        CallForecast forecast = result.map(Forecaster.Result::forecast).orElseGet(() -> unknown(
                analyst.correctionFor(request.settings().model()).typical(tokens.total())));
        return new Prepared(request.settings(), body, forecast, result.map(Forecaster.Result::state).orElse(state));
    }

    private static CallForecast unknown(int tokens) {
        return new CallForecast(InputSplit.uncached(tokens), Optional.empty(), 0, MissReason.NO_RULES, "");
    }

    private Call send(RunPlan plan, Prepared prepared, Sending sending, int number) {
        Settings settings = prepared.settings();
        var recorder = new CallRecorder(stopwatch, sending.events());
        sending.provider().send(new ModelCall(settings.api(), prepared.body(), plan.pace().isStreamed()),
                sending.cancellation(), recorder);
        Call.Measurement measurement = recorder.measurement();
        var target = new CallTarget(plan.profile().name(), settings.model(), settings.api());
        return new Call(number, target, prepared.body(), prepared.forecast(), measurement,
                Billing.bill(analyst.catalog().find(settings.model()), settings, measurement.usage(),
                        measurement.timing().at()));
    }

    /// A call that is ready to be sent.
    private record Prepared(Settings settings, String body, CallForecast forecast, CacheState after) {
    }

    /// Where a call goes and who is told.
    private record Sending(Provider provider, Cancellation cancellation, Consumer<RunEvent> events) {
    }
}
