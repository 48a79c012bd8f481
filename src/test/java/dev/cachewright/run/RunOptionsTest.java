package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Reply;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.Call;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a run can be asked for beside its rows.
@Timeout(60)
class RunOptionsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Values VALUES = new Values("v", List.of("question"), IntStream.range(0, 6)
            .mapToObj(i -> new Row(Map.of("question", "Question " + i))).toList());
    private static final CallEvent BUSY = new CallEvent.Failed(new Failure.Known(Failure.Kind.SERVER_ERROR, 529,
            "Overloaded", new Failure.Server("http://here/v1", ""), 0));
    private static final Stops USUAL = Stops.usual();

    private final List<RunEvent> events = new ArrayList<>();
    private final ScriptedProvider provider = new ScriptedProvider();
    private final Cancellation cancellation = new Cancellation();
    private final Brake brake = new Brake();
    private final List<Duration> waits = new ArrayList<>();
    private String model = "gpt-5.4";
    private Api api = Api.CHAT;
    private long nanos;

    private void run(CallOrder order, Pace pace) {
        Prompt prompt = Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, Simulators.LONG),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}")), Settings.of(model, api));
        Destination destination = Simulators.ANALYST.destination(model);
        var stopwatch = new Stopwatch(() -> NOON.plusNanos(nanos), () -> nanos, (pause, _) -> {
            waits.add(pause);
            nanos += pause.toNanos();
            return true;
        });
        new Runner(Simulators.ANALYST, stopwatch).run(
                new RunPlan(prompt, VALUES, order, pace, Profile.simulator(), destination), provider,
                new RunStart(1, CacheState.empty(), cancellation, RunStart.Keeping.nowhere(), "", brake),
                event -> {
                    synchronized (events) {
                        events.add(event);
                    }
                });
    }

    private static Pace pace(Stops stops) {
        return Pace.oneByOne(Duration.ZERO).withStops(stops);
    }

    private List<Call> calls() {
        return events.stream().filter(RunEvent.Finished.class::isInstance)
                .map(event -> ((RunEvent.Finished) event).call()).toList();
    }

    private void answer(int times) {
        for (int i = 0; i < times; i++) {
            provider.answers("Yes.", "{\"prompt_tokens\":1700,\"completion_tokens\":10,\"prompt_tokens_details\":"
                    + "{\"cached_tokens\":0}}");
        }
    }

    @Test
    void callsBeginAtTheirRateWhateverTheAnswersTake() {
        answer(4);
        provider.tick = millis -> nanos += millis * 1_000_000L;

        run(CallOrder.inTurn(6, 4), new Pace(new Spacing.PerMinute(20, 0, 1), 1, false, true, CallLimits.usual(),
                USUAL));

        // Each answer takes one of the three seconds between two calls.
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(calls()).extracting(call -> call.measurement().timing().at()).containsExactly(NOON,
                NOON.plusSeconds(3), NOON.plusSeconds(6), NOON.plusSeconds(9));
    }

    @Test
    void theFirstCallEndsBeforeOthersBegin() {
        provider.script(events -> {
            events.accept(new CallEvent.Sent());
            assertThat(provider.sent).hasSize(1);
            events.accept(new CallEvent.Completed("stop", ""));
        });
        for (int i = 0; i < 5; i++) {
            provider.script(events -> events.accept(new CallEvent.Completed("stop", "")));
        }

        run(CallOrder.inTurn(6, 6), new Pace(new Spacing.Pause(Duration.ZERO), 4, true, true, CallLimits.usual(),
                USUAL));

        assertThat(events.get(0)).isInstanceOf(RunEvent.Started.class);
        assertThat(events.get(1)).isInstanceOf(RunEvent.Finished.class);
        assertThat(calls()).hasSize(6);
    }

    @Test
    void aSeriesGoesOnUntilSoManyCallsHaveFailed() {
        for (int i = 0; i < 5; i++) {
            provider.script(events -> events.accept(BUSY));
        }

        run(CallOrder.inTurn(6, 6), pace(new Stops(3, Optional.empty(), 0, 100)));

        assertThat(calls()).hasSize(3);
    }

    @Test
    void eachTryIsToldAndKeptWithTheCall() {
        provider.script(events -> events.accept(BUSY)).script(events -> events.accept(BUSY));
        answer(1);

        run(CallOrder.inTurn(6, 1), pace(USUAL.withTries(2)));

        assertThat(events.stream().filter(RunEvent.Refused.class::isInstance)
                .map(event -> ((RunEvent.Refused) event).tries() + " " + ((RunEvent.Refused) event).pause()))
                .containsExactly("1 PT5S", "2 PT10S");
        assertThat(calls().getFirst().measurement().refused()).extracting(Failure::status).containsExactly(529, 529);
        assertThat(waits).hasSize(15).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void noCallIsSentTwiceUnlessItsUserWantsIt() {
        provider.script(events -> events.accept(BUSY));

        run(CallOrder.inTurn(6, 2), pace(USUAL));

        assertThat(provider.sent).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void noCallIsBegunThatCouldCostMoreThanTheRunMay() {
        answer(6);
        Money limit = new Money(12_000_000_000L);

        run(CallOrder.inTurn(6, 6), pace(new Stops(1, Optional.of(limit), 0, 100)));

        RunEvent.SpendingReached reached = events.stream().filter(RunEvent.SpendingReached.class::isInstance)
                .map(RunEvent.SpendingReached.class::cast).findFirst().orElseThrow();
        Money cost = calls().stream().map(call -> call.bill().cost().orElseThrow()).reduce(Money.ZERO, Money::plus);
        assertThat(calls()).hasSizeBetween(1, 5);
        assertThat(cost.picoDollars()).isLessThanOrEqualTo(limit.picoDollars());
        assertThat(reached).isEqualTo(new RunEvent.SpendingReached(cost, limit));
        assertThat(events.getLast()).isEqualTo(reached);
    }

    @Test
    void aRunIsHeldBetweenItsCalls() throws InterruptedException {
        answer(3);
        var firstDone = new CountDownLatch(1);
        provider.afterEachCall = () -> {
            if (provider.sent.size() == 1) {
                brake.pull();
                firstDone.countDown();
            }
        };
        Thread running = Thread.ofVirtual().start(() -> run(CallOrder.inTurn(6, 3), Pace.oneByOne(Duration.ZERO)));
        assertThat(firstDone.await(50, TimeUnit.SECONDS)).isTrue();
        assertThat(running.join(Duration.ofMillis(50))).isFalse();
        assertThat(provider.sent).hasSize(1);

        brake.release();
        running.join();

        assertThat(calls()).hasSize(3);
    }

    @Test
    void aRunThatIsHeldCanBeStopped() throws InterruptedException {
        brake.pull();
        Thread running = Thread.ofVirtual().start(() -> run(CallOrder.inTurn(6, 3), Pace.oneByOne(Duration.ZERO)));

        cancellation.cancel();
        running.join();

        assertThat(provider.sent).isEmpty();
    }

    @Test
    void theVendorIsAskedWhatDiffersFromTheAnswerBefore() {
        model = "gpt-6-sol";
        api = Api.RESPONSES;
        for (String id : List.of("resp_1", "resp_2")) {
            provider.script(events -> events.accept(new CallEvent.Completed("completed", "",
                    new Reply(id, "[]", ""))));
        }
        answer(1);

        run(new CallOrder(List.of(0, 1, 2), Set.of()), Pace.oneByOne(Duration.ZERO));

        assertThat(provider.sent.get(0).body()).doesNotContain("comparison_response_id");
        assertThat(provider.sent.get(1).body()).contains("\"comparison_response_id\": \"resp_1\"");
        assertThat(provider.sent.get(2).body()).contains("\"comparison_response_id\": \"resp_2\"");
    }

    @Test
    void claudeIsAskedFromTheFirstCallOn() {
        model = "claude-opus-5";
        api = Api.MESSAGES;
        provider.script(events -> events.accept(new CallEvent.Completed("end_turn", "", new Reply("msg_1", "[]", ""))));
        answer(1);

        run(CallOrder.inTurn(6, 2), Pace.oneByOne(Duration.ZERO));

        assertThat(provider.sent.get(0).body()).contains("\"diagnostics\": {\"previous_message_id\": null}");
        assertThat(provider.sent.get(1).body()).contains("\"diagnostics\": {\"previous_message_id\": \"msg_1\"}");
    }

    @Test
    void olderModelsAreNotAsked() {
        provider.script(events -> events.accept(new CallEvent.Completed("stop", "", new Reply("c1", "[]", ""))));
        answer(1);

        run(CallOrder.inTurn(6, 2), Pace.oneByOne(Duration.ZERO));

        assertThat(provider.sent.get(1).body()).doesNotContain("c1");
    }

    /// Half an hour between calls, and ten minutes until what is stored is gone.
    @Test
    void pingsKeepWhatIsStoredAndCountApart() {
        model = "gpt-4o";
        answer(7);
        var pause = new Spacing.Pause(Duration.ofMinutes(30));
        var warm = Spacing.KeptWarm.of(pause, Duration.ofMinutes(10));

        run(CallOrder.inTurn(6, 2), spaced(pause));
        run(CallOrder.inTurn(6, 2).withPingsBetween(warm.pings()), spaced(warm));

        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofHours(1));
        assertThat(calls()).extracting(call -> call.target().purpose()).containsExactly(Purpose.PLAIN, Purpose.PLAIN,
                Purpose.PLAIN, Purpose.PING, Purpose.PING, Purpose.PING, Purpose.PLAIN);
        assertThat(calls().subList(0, 2)).extracting(call -> call.forecast().split().cached()).containsExactly(0L, 0L);
        assertThat(calls().subList(2, 7)).extracting(call -> call.forecast().split().cached() > 0)
                .containsExactly(false, true, true, true, true);
        String call = provider.sent.get(2).body();
        assertThat(provider.sent.subList(3, 6)).allSatisfy(ping -> assertThat(ping.body())
                .isEqualTo(call.replace("\"max_completion_tokens\": 1024", "\"max_completion_tokens\": 1")));
        assertThat(call).contains("\"max_completion_tokens\": 1024");
        assertThat(provider.sent.get(6).body()).contains("Question 1");
    }

    private static Pace spaced(Spacing spacing) {
        return new Pace(spacing, 1, false, true, CallLimits.usual(), USUAL);
    }
}
