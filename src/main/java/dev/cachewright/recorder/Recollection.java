package dev.cachewright.recorder;

import dev.cachewright.catalog.Money;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.wire.Dialect;
import dev.cachewright.provider.wire.Overheard;
import dev.cachewright.recorder.http.HttpHead;
import dev.cachewright.recorder.http.Tap.Ending;
import dev.cachewright.run.CallRecorder;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Billing;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Failure;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Purpose;
import dev.cachewright.session.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Makes a call of its copy, with the times at which each part of it came.
final class Recollection {

    private final CallCopy copy;
    private final Asked asked;
    private final Overheard overheard;
    private final CallRecorder recorder;
    private long now;

    /// @param connect the longest time for a connection
    Recollection(CallCopy copy, Asked asked, Dialect dialect, Duration connect) {
        this.copy = copy;
        this.asked = asked;
        CallCopy.Subject subject = copy.subject();
        var server = new Failure.Server(subject.server().baseUrl(), subject.server().keyVariable());
        this.overheard = new Overheard(dialect, server, subject.secrets().all(), connect);
        this.now = subject.began();
        this.recorder = new CallRecorder(new Stopwatch(subject::at, () -> now, (_, _) -> true),
                new RequestBody(asked.body(), List.of()), _ -> {
                });
    }

    /// A call with what went out and came back.
    record Recalled(Call call, Exchange exchange) {
    }

    /// @throws Decoding.Unknown where it is not known how the call ended, since its answer cannot be read here
    Recalled recall(int number) throws Decoding.Unknown {
        if (copy.sent() != 0) {
            now = copy.sent();
            recorder.accept(new CallEvent.Sent());
        }
        Optional<CallCopy.Answered> answered = copy.answered();
        if (answered.isPresent()) {
            hear(answered.get());
        } else {
            hear(unanswered());
        }
        Call.Measurement measurement = timed(recorder.measurement(List.of()));
        CallCopy.Subject subject = copy.subject();
        var target = new CallTarget(subject.server().name(), asked.settings().model(), subject.api(),
                PromptMark.unknown(), Purpose.PLAIN, asked.keyHash());
        return new Recalled(new Call(number, target, asked.forecast(), measurement, bill(measurement)),
                recorder.exchange());
    }

    private void hear(CallCopy.Answered answered) throws Decoding.Unknown {
        now = answered.nanos();
        recorder.accept(new CallEvent.Began());
        boolean isLeft = copy.ending() instanceof Ending.ClientLeft;
        try (InputStream body = body(answered.head())) {
            overheard.answer(copy.subject().api(), new Overheard.Heard(answered.status(), answered.head()::values,
                    body, isLeft), this::hear);
        } catch (Decoding.Unknown e) {
            throw e;
        } catch (IOException _) {
            hear(isLeft ? new CallEvent.Cancelled() : overheard.unanswered(new ProtocolException()));
        }
    }

    private void hear(CallEvent event) {
        if (event instanceof CallEvent.End) {
            now = copy.end();
        }
        recorder.accept(event);
    }

    private InputStream body(HttpHead head) throws IOException {
        boolean isCut = !(copy.ending() instanceof Ending.Whole);
        return Decoding.of(copy.answerBody().stream(time -> now = time, isCut), codings(head));
    }

    private static List<String> codings(HttpHead head) {
        return Decoding.codings(head.values("content-encoding"));
    }

    private CallEvent.End unanswered() {
        return switch (copy.ending()) {
            case Ending.Unreached unreached -> overheard.unanswered(unreached.cause());
            case Ending.ClientLeft _ -> new CallEvent.Cancelled();
            case Ending.Garbage _ -> overheard.unanswered(new ProtocolException());
            case Ending.Cut _,Ending.Whole _ -> overheard.unanswered(new IOException());
        };
    }

    /// Without the times that the compression hides.
    private Call.Measurement timed(Call.Measurement measured) {
        boolean isHidden = copy.answered().filter(answered -> !Decoding.keepsTimes(codings(answered.head())))
                .isPresent();
        Timing timing = measured.timing();
        return isHidden
                ? new Call.Measurement(measured.result(), measured.usage(), new Timing(timing.at(), timing.sent(),
                        timing.firstByte(), Optional.empty(), Optional.empty(), timing.total()))
                : measured;
    }

    private Call.Bill bill(Call.Measurement measurement) {
        Call.Bill bill = Billing.bill(asked.model(), asked.settings(), asked.lifetimes(), measurement.usage(),
                copy.subject().at());
        Optional<Money> perfect = Billing.perfect(asked.model(), asked.settings(), measurement.usage(),
                asked.forecast().promised(), copy.subject().at());
        return new Call.Bill(bill.cost(), bill.uncached(), perfect);
    }
}
