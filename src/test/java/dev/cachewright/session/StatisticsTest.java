package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final long UNKNOWN = -1;
    private static final CallResult ANSWERED = new CallResult.Answered("stop");

    @Test
    void nothingIsKnownBeforeTheFirstCall() {
        Statistics nothing = Session.started("s").statistics();

        assertThat(nothing.hitRate()).isEmpty();
        assertThat(nothing.answered()).isZero();
        assertThat(nothing.tokens().written()).isEmpty();
        assertThat(nothing.costs()).isEqualTo(new CostSums(0, Money.ZERO, Money.ZERO, Optional.empty()));
        assertThat(nothing.warm().median()).isEmpty();
        assertThat(nothing.gain()).isEmpty();
    }

    @Test
    void addsUpWhatWasReported() {
        Statistics statistics = Statistics.of(List.of(call(ANSWERED, 2_000, 0, 900), call(ANSWERED, 2_000, 1_536, 300),
                call(ANSWERED, 2_000, 1_024, 310)));

        assertThat(statistics.tokens()).isEqualTo(new TokenSums(3, 6_000, 2_560, OptionalLong.empty()));
        assertThat(statistics.hitRate()).hasValue(2_560.0 / 6_000);
        assertThat(statistics.answered()).isEqualTo(3);
        assertThat(statistics.asForecast()).isEqualTo(1);
        assertThat(statistics.costs()).isEqualTo(new CostSums(3, new Money(180), new Money(300), Optional.empty()));
        assertThat(statistics.costs().saved()).isEqualTo(new Money(3 * 40));
        assertThat(statistics.warm().median()).contains(Duration.ofMillis(300));
        assertThat(statistics.warm().p95()).contains(Duration.ofMillis(310));
        assertThat(statistics.cold().median()).contains(Duration.ofMillis(900));
        assertThat(statistics.control().median()).isEmpty();
    }

    @Test
    void callsForControlAndPingsAreCountedApart() {
        Call measured = call(ANSWERED, 2_000, 1_536, 300);
        Call other = call(ANSWERED, 2_000, 0, 900);
        CallTarget target = other.target();
        List<Call> apart = Stream.of(Purpose.CONTROL, Purpose.PING).map(purpose -> new Call(2, new CallTarget(
                target.profile(), target.model(), target.api(), target.prompt(), purpose), other.forecast(),
                other.measurement(), other.bill())).toList();

        Statistics statistics = Statistics.of(List.of(measured, apart.getFirst(), apart.getLast()));

        assertThat(statistics.answered()).isEqualTo(1);
        assertThat(statistics.hitRate()).hasValue(1_536 / 2_000.0);
        assertThat(statistics.cold().median()).isEmpty();
        assertThat(statistics.control().median()).contains(Duration.ofMillis(900));
        assertThat(statistics.control().calls()).isOne();
    }

    @Test
    void whatAServerDoesNotReportIsNotZero() {
        Statistics statistics = Statistics.of(List.of(call(ANSWERED, 2_000, 1_536, 300), call(ANSWERED, 2_000, UNKNOWN,
                700), call(ANSWERED, UNKNOWN, 1_536, 280)));

        assertThat(statistics.hitRate()).hasValue(1_536.0 / 2_000);
        assertThat(statistics.answered()).isEqualTo(3);
        assertThat(statistics.asForecast()).isEqualTo(2);
        assertThat(statistics.cold().median()).isEmpty();
        assertThat(Statistics.of(List.of(call(ANSWERED, 2_000, UNKNOWN, 700))).hitRate()).isEmpty();
    }

    @Test
    void onlyAnsweredCallsCount() {
        Statistics statistics = Statistics.of(List.of(call(new CallResult.Cancelled(), 2_000, 1_536, 10), call(
                new CallResult.Failed(new Failure.Worded(429, "Slow down", "Wait")), 2_000, 0, 20),
                call(ANSWERED, 2_000, 1_536, 300)));

        assertThat(statistics).isEqualTo(Statistics.of(List.of(call(ANSWERED, 2_000, 1_536, 300))));
    }

    @Test
    void theMedianIsTheLowerOfTheTwoInTheMiddle() {
        assertThat(
                Statistics.of(List.of(call(ANSWERED, 9, 1, 400), call(ANSWERED, 9, 1, 100), call(ANSWERED, 9, 1, 300),
                        call(ANSWERED, 9, 1, 200))).warm().median())
                .hasValue(Duration.ofMillis(200));
    }

    @Test
    void callsWithoutAForecastMeetNone() {
        Call call = call(ANSWERED, 2_000, 0, 300, new CallForecast(InputSplit.uncached(2_000), Optional.empty(), 0,
                MissReason.NO_RULES, ""));

        assertThat(Statistics.of(List.of(call)).asForecast()).isZero();
    }

    @Test
    void callsWithoutAPriceSaveNothing() {
        Call priced = call(ANSWERED, 2_000, 1_536, 300);
        var free = new Call(1, priced.target(), priced.forecast(), priced.measurement(), new Call.Bill(Optional
                .empty(), Optional.empty()));

        assertThat(Statistics.of(List.of(free, priced)).costs().saved()).isEqualTo(new Money(40));
    }

    @Test
    void aSessionNumbersItsCalls() {
        Session session = Session.started("s");
        assertThat(session.nextNumber()).isEqualTo(1);

        Session next = session.with(call(ANSWERED, 1, 1, 1));
        assertThat(next.nextNumber()).isEqualTo(2);
        assertThat(next.calls()).hasSize(1);
        assertThat(session.calls()).isEmpty();
    }

    @Test
    void aCallsInputIsTheReportedOneElseTheCountedOne() {
        assertThat(call(ANSWERED, 2_001, 0, 1).input()).isEqualTo(2_001);
        assertThat(call(ANSWERED, UNKNOWN, 0, 1).input()).isEqualTo(2_000);
    }

    @Test
    void onlyAnAnsweredCallHasAVerdictOnItsCache() {
        assertThat(call(ANSWERED, 2_000, 1_536, 1).verdict()).isEqualTo(Verdict.AS_FORECAST);
        assertThat(call(new CallResult.Cancelled(), 2_000, 1_536, 1).verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(call(new CallResult.Failed(new Failure.Worded(0, "", "")), 2_000, 1_536, 1).verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void unknownUsageHoldsNoNumbers() {
        assertThat(Usage.unknown()).isEqualTo(new Usage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong
                .empty(), OptionalLong.empty(), ""));
    }

    private static Call call(CallResult result, long input, long cached, long firstTokenMillis) {
        return call(result, input, cached, firstTokenMillis, new CallForecast(new InputSplit(1_536, 0, 464), Optional
                .empty(), 1_536, MissReason.NONE, ""));
    }

    private static Call call(CallResult result, long input, long cached, long firstTokenMillis,
            CallForecast forecast) {
        var usage = new Usage(of(input), of(cached), OptionalLong.empty(), OptionalLong.of(7), "{}");
        var timing = new Timing(Instant.EPOCH, Optional.of(Duration.ofMillis(firstTokenMillis)), Duration.ofSeconds(2));
        return new Call(1, new CallTarget("Simulator", "m", Api.CHAT), forecast, new Call.Measurement(result,
                usage, timing), new Call.Bill(Optional.of(new Money(60)), Optional.of(new Money(100))));
    }

    private static OptionalLong of(long tokens) {
        return tokens == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(tokens);
    }
}
