package dev.cachewright.ui;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Failure;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Session;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/// Calls as a session of the sample prompt brings them.
public final class SampleCalls {

    private static final CallTarget TARGET = new CallTarget("Simulator", "gpt-5.4", Api.CHAT);
    private static final String BODY = RequestBodyWriter.write(SentRequest.of(Renderer.render(
            SamplePrompt.prompt(), SamplePrompt.values().row(0)), Optional.empty()), true).json();

    /// What each of the calls sent and received.
    public static final Exchange EXCHANGE = new Exchange(BODY, "I am sorry that your parcel has not come.");

    private SampleCalls() {
    }

    /// Twelve calls: a cold one, hits, a miss at the eighth, and a failure at the end.
    public static Session twelve() {
        return new Session("sample", IntStream.rangeClosed(1, 12).mapToObj(SampleCalls::ofTwelve).toList());
    }

    /// Nine calls of one prompt: as it was, edited, and edited with another model.
    public static Session parted() {
        return new Session("parted", IntStream.rangeClosed(1, 9).mapToObj(number -> {
            Call call = number == 1 ? cold(number)
                    : number == 4 ? missed(number)
                            : number == 8 ? answered(number, forecast(1_536, 1_851, MissReason.NONE, ""), 0, 806)
                                    : warmCall(number);
            var prompt = new PromptMark("support-agent.prompt", number < 4 ? "1" : "2");
            var target = new CallTarget("Simulator", number < 7 ? "gpt-4o" : "gpt-5.4", Api.CHAT, prompt);
            return new Call(number, target, call.forecast(), call.measurement(), call.bill());
        }).toList());
    }

    /// Warm calls only.
    public static Session warm(int count) {
        return new Session("many", IntStream.rangeClosed(1, count).mapToObj(SampleCalls::warmCall).toList());
    }

    public static Call cold(int number) {
        return answered(number, forecast(0, 1_846, MissReason.COLD, ""), 0, 812);
    }

    public static Call warmCall(int number) {
        long input = 1_840 + number % 5;
        return answered(number, forecast(1_536, input, MissReason.NONE, ""), 1_536, 238 + number % 7);
    }

    public static Call missed(int number) {
        return answered(number, forecast(0, 1_851, MissReason.PREFIX_CHANGED, "policy"), 0, 806);
    }

    /// A call that reads nothing where the cache should be warm.
    public static Call unexpected(int number) {
        return answered(number, forecast(1_536, 1_851, MissReason.NONE, ""), 0, 806);
    }

    private static final Failure RATE_LIMIT = new Failure.Known(Failure.Kind.RATE_LIMITED, 429,
            "Rate limit reached for gpt-5.4: 3 requests per minute.", new Failure.Server("Simulator", ""), 20);

    public static Call failed(int number) {
        return failed(number, RATE_LIMIT);
    }

    public static Call failed(int number, Failure failure) {
        return call(number, forecast(1_536, 1_849, MissReason.NONE, ""), new CallResult.Failed(failure),
                Usage.unknown(), Optional.empty());
    }

    public static Call cancelled(int number) {
        return call(number, forecast(1_536, 1_849, MissReason.NONE, ""), new CallResult.Cancelled(),
                Usage.unknown(), Optional.of(Duration.ofMillis(240)));
    }

    public static Call answered(int number, CallForecast forecast, long cached, long firstMillis) {
        Usage usage = UsageReader.read(WorkspaceFixture.usage(forecast.split().input(), cached));
        return call(number, forecast, new CallResult.Answered("stop"),
                usage, Optional.of(Duration.ofMillis(firstMillis)));
    }

    public static CallForecast forecast(long cached, long input, MissReason reason, String changedIn) {
        return new CallForecast(new InputSplit(cached, 0, input - cached), Optional.of(Money.ZERO), 1_536, reason,
                changedIn);
    }

    public static Call call(int number, CallForecast forecast, CallResult result, Usage usage,
            Optional<Duration> first) {
        var timing = new Timing(WorkspaceFixture.NOW.plusSeconds(7L * number), first, Duration.ofMillis(1_204));
        Optional<Money> uncached = usage.input().isPresent() ? Optional.of(new Money(5_860_000_000L))
                : Optional.empty();
        Optional<Money> cost = uncached.map(sum -> sum.minus(new Money(usage.cached().orElse(0) * 2_250_000)));
        return new Call(number, TARGET, forecast, new Call.Measurement(result, usage, timing),
                new Call.Bill(cost, uncached));
    }

    private static Call ofTwelve(int number) {
        return switch (number) {
            case 1 -> cold(number);
            case 8 -> missed(number);
            case 12 -> failed(number);
            default -> warmCall(number);
        };
    }
}
