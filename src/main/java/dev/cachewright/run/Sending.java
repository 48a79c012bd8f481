package dev.cachewright.run;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.session.Billing;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sends the calls of a run, once each time it is asked to.
final class Sending {

    private final RunPlan plan;
    private final RunStart start;
    private final Series.Tools tools;
    private final CallRequests requests;
    private final LastAnswer last;

    Sending(RunPlan plan, CallRequests requests, RunStart start, Series.Tools tools) {
        this.plan = plan;
        this.requests = requests;
        this.start = start;
        this.tools = tools;
        this.last = new LastAnswer(start.lastAnswer());
    }

    /// A call as it was sent once.
    ///
    /// @param answers is run when its answer begins
    /// @param endNanos when it had ended, by the steady clock
    record Attempt(Call call, Exchange exchange, Once answers, long endNanos) {

        /// The same where the run was stopped while it waited to be sent again: it has reached no cache.
        Attempt stopped() {
            Call.Measurement refused = call.measurement();
            var measurement = new Call.Measurement(new CallResult.Cancelled(), refused.usage(), refused.timing(),
                    refused.refused());
            return new Attempt(new Call(call.number(), call.target(), call.forecast(), measurement, call.bill()),
                    exchange, new Once(() -> {
                    }), endNanos);
        }
    }

    /// @param refused the tries before this one
    /// @param passed is run when the request has gone out
    /// @param answers is run when text arrives
    Attempt attempt(Turn turn, List<Failure> refused, Once passed, Once answers) {
        int number = start.firstNumber() + turn.index();
        tools.events().accept(new RunEvent.Started(number, turn.index(), plan.order().size(),
                plan.destination().inputOf(turn.counted())));
        Settings settings = turn.counted().request().settings();
        SentRequest sent = turn.purpose() == Purpose.PING
                ? TestRequest.ping(turn.counted().sent(), plan.profile())
                : TestRequest.of(turn.counted().sent(), plan.profile(), plan.pace().stops().outputLimit());
        boolean isCompared = requests.followEachOther() && turn.purpose() == Purpose.PLAIN;
        SentRequest asked = isCompared ? last.asked(sent, plan) : sent;
        RequestBody body = RequestBodyWriter.write(asked, plan.pace().isStreamed());
        var recorder = new CallRecorder(tools.stopwatch(), body, text -> {
            answers.run();
            tools.events().accept(new RunEvent.TextArrived(number, text));
        });
        CallLimits limits = plan.profile().extras().timeouts().over(plan.pace().limits());
        tools.provider().send(new ModelCall(settings.api(), body.json(), plan.pace().isStreamed(), limits),
                start.cancellation(), event -> {
                    if (event instanceof CallEvent.Sent || event instanceof CallEvent.End) {
                        passed.run();
                    }
                    recorder.accept(event);
                });
        Call call = call(turn, number, recorder.measurement(refused));
        last.answered(call);
        return new Attempt(call, recorder.exchange(), answers, tools.stopwatch().nanos().getAsLong());
    }

    private Call call(Turn turn, int number, Call.Measurement measurement) {
        Settings settings = turn.counted().request().settings();
        var target = new CallTarget(plan.profile().name(), settings.model(), settings.api(),
                requests.mark(turn.index()), turn.purpose());
        Instant at = measurement.timing().at();
        Call.Bill bill = Billing.bill(plan.destination().model(), settings, turn.counted().lifetimes(),
                measurement.usage(), at);
        Optional<Money> perfect = Billing.perfect(plan.destination().model(), settings, measurement.usage(),
                turn.forecast().promised(), at);
        return new Call(number, target, turn.forecast(), measurement,
                new Call.Bill(bill.cost(), bill.uncached(), perfect));
    }
}
