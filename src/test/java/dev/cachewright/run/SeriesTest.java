package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs of several calls, one after the other and at a time.
@Timeout(60)
class SeriesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Prompt PROMPT = Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC,
            Simulators.LONG), Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}")),
            Settings.of("gpt-4o", Api.CHAT));
    private static final Values VALUES = new Values("v", List.of("question"), IntStream.range(0, 6)
            .mapToObj(i -> new Row(Map.of("question", "Question " + i))).toList());
    private static final Destination GPT = Simulators.ANALYST.destination("gpt-4o");
    private static final long PREFIX = Simulators.ANALYST.countRows(PROMPT, VALUES, GPT).prefix().tokens() / 128 * 128;
    private static final CallEvent ANSWERED = new CallEvent.Completed("stop", "");
    private static final CallEvent REFUSED = new CallEvent.Failed(
            new Failure.Worded(429, "Slow down", "Wait, then send again"));

    private static CallEvent limited(long seconds) {
        return new CallEvent.Failed(new Failure.Known(Failure.Kind.RATE_LIMITED, 429, "Slow down",
                new Failure.Server("http://here/v1", ""), seconds));
    }

    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final Cancellation cancellation = new Cancellation();
    private final Consumer<RunEvent> heard = events::add;
    private RunStart.Keeping keeping = RunStart.Keeping.nowhere();
    private boolean goesOn = true;
    private BiConsumer<Integer, Consumer<CallEvent>> answer = (index, to) -> to.accept(ANSWERED);

    private CacheState run(int calls, int parallel) {
        List<Integer> rows = IntStream.range(0, calls).mapToObj(i -> i % 6).toList();
        var plan = new RunPlan(PROMPT, VALUES, rows,
                new Pace(Duration.ofSeconds(7), parallel, true).withStops(Stops.usual().withTries(10)),
                Profile.simulator(), GPT);
        var stopwatch = new Stopwatch(() -> NOON, () -> 0, (pause, _) -> {
            pauses.add(pause);
            return goesOn;
        });
        return new Runner(Simulators.ANALYST, stopwatch).run(plan, new Answering(),
                new RunStart(10, CacheState.empty(), cancellation, keeping), heard);
    }

    private List<Call> calls() {
        return events.stream().filter(RunEvent.Finished.class::isInstance).map(RunEvent.Finished.class::cast)
                .map(RunEvent.Finished::call).toList();
    }

    private List<Long> forecastCached() {
        return calls().stream().sorted((a, b) -> a.number() - b.number()).map(call -> call.forecast().split().cached())
                .toList();
    }

    private static String question(String body) {
        return body.replaceAll("(?s).*(Question \\d).*", "$1");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(50, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A process may be killed between the two: what is on the screen should then be on disk.
    @Test
    void aCallIsKeptBeforeItIsShown() {
        var shownBefore = new ArrayList<Integer>();
        keeping = (call, exchange) -> shownBefore.add(calls().size());

        run(3, 1);

        assertThat(shownBefore).containsExactly(0, 1, 2);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void callsFollowEachOtherWithThePauseBetweenThem() {
        run(3, 1);

        assertThat(sent).extracting(SeriesTest::question).containsExactly("Question 0", "Question 1", "Question 2");
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void aPauseThatIsBrokenOffEndsTheRun() {
        goesOn = false;

        run(3, 1);

        assertThat(calls()).extracting(Call::number).containsExactly(10);
    }

    @Test
    void severalCallsLeaveInTheOrderOfTheirForecasts() {
        var together = new CyclicBarrier(3);
        answer = (index, to) -> {
            to.accept(new CallEvent.Sent());
            meet(together);
            to.accept(ANSWERED);
        };

        run(6, 3);

        assertThat(sent).extracting(SeriesTest::question).containsExactly("Question 0", "Question 1", "Question 2",
                "Question 3", "Question 4", "Question 5");
        assertThat(events.stream().filter(RunEvent.Started.class::isInstance).map(RunEvent.Started.class::cast))
                .extracting(RunEvent.Started::number).containsExactly(10, 11, 12, 13, 14, 15);
    }

    @Test
    void callsOnTheirWayTogetherReadNothingAndLaterOnesDo() {
        var together = new CyclicBarrier(3);
        var allAnswered = new CyclicBarrier(3);
        answer = (index, to) -> {
            to.accept(new CallEvent.Sent());
            meet(together);
            to.accept(new CallEvent.Delta("Yes."));
            meet(allAnswered);
            to.accept(ANSWERED);
        };

        run(6, 3);

        assertThat(forecastCached()).containsExactly(0L, 0L, 0L, PREFIX, PREFIX, PREFIX);
    }

    @Test
    void theNextCallIsForecastWhenTheOneBeforeHasGoneOut() {
        var second = new CountDownLatch(1);
        answer = (index, to) -> {
            if (index == 0) {
                to.accept(new CallEvent.Sent());
                await(second);
            } else {
                second.countDown();
            }
            to.accept(ANSWERED);
        };

        run(2, 2);

        assertThat(calls()).hasSize(2);
    }

    @Test
    void noMoreCallsAreMadeThanArePlanned() {
        run(2, 8);

        assertThat(sent).hasSize(2);
        assertThat(calls()).extracting(Call::number).containsExactlyInAnyOrder(10, 11);
    }

    @Test
    void aCallThatFailsStopsTheRest() {
        var isFailed = new CountDownLatch(1);
        var together = new CyclicBarrier(2);
        keeping = (call, exchange) -> {
            if (call.number() == 10) {
                isFailed.countDown();
            }
        };
        answer = (index, to) -> {
            to.accept(new CallEvent.Sent());
            meet(together);
            if (index == 0) {
                to.accept(REFUSED);
            } else {
                await(isFailed);
                to.accept(ANSWERED);
            }
        };

        run(6, 2);

        assertThat(calls()).extracting(Call::number).containsExactlyInAnyOrder(10, 11);
    }

    @Test
    void aProviderThatBreaksStopsTheRestAndIsTold() {
        var isBroken = new CountDownLatch(1);
        answer = (index, to) -> {
            if (index == 0) {
                isBroken.countDown();
                throw new IllegalStateException("broken");
            }
            await(isBroken);
            to.accept(ANSWERED);
        };

        assertThatIllegalStateException().isThrownBy(() -> run(6, 2)).withMessage("broken");

        assertThat(sent).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void cancellingLeavesTheRestUnsent() {
        var together = new CyclicBarrier(2);
        answer = (index, to) -> {
            to.accept(new CallEvent.Sent());
            meet(together);
            cancellation.cancel();
            to.accept(new CallEvent.Cancelled());
        };

        run(6, 2);

        assertThat(sent).hasSize(2);
    }

    @Test
    void aCallThatCannotBeKeptIsToldOfAndTheRunGoesOn() {
        keeping = (call, exchange) -> {
            throw new IOException("No space left on device");
        };

        run(2, 1);

        assertThat(events).filteredOn(event -> !(event instanceof RunEvent.Started)).containsExactly(
                new RunEvent.Finished(calls().get(0), finished(0).exchange(), finished(0).cache()),
                new RunEvent.NotKept(calls().get(0), finished(0).exchange(), "No space left on device"),
                new RunEvent.Finished(calls().get(1), finished(1).exchange(), finished(1).cache()),
                new RunEvent.NotKept(calls().get(1), finished(1).exchange(), "No space left on device"));
    }

    private RunEvent.Finished finished(int index) {
        return events.stream().filter(RunEvent.Finished.class::isInstance).map(RunEvent.Finished.class::cast)
                .skip(index).findFirst().orElseThrow();
    }

    @Test
    void aDiskThatSaysNothingIsNotQuoted() {
        keeping = (call, exchange) -> {
            throw new IOException();
        };

        run(1, 1);

        assertThat(events.getLast())
                .isEqualTo(new RunEvent.NotKept(calls().getFirst(), finished(0).exchange(), "unknown cause"));
    }

    @Test
    void theCacheHoldsWhatTheLastCallLeft() {
        CacheState after = run(2, 1);

        assertThat(after).isEqualTo(finished(1).cache()).isNotEqualTo(CacheState.empty());
        assertThat(forecastCached()).containsExactly(0L, PREFIX);
    }

    private void refuseUpTo(int calls, CallEvent refusal) {
        answer = (index, to) -> to.accept(index < calls ? refusal : ANSWERED);
    }

    @Test
    void aCallThatMetARateLimitIsSentAgainAfterTheTimeThatTheServerAsksFor() {
        refuseUpTo(1, limited(2));

        run(2, 1);

        assertThat(sent).extracting(SeriesTest::question).containsExactly("Question 0", "Question 0", "Question 1");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(7));
        assertThat(events).filteredOn(RunEvent.Waiting.class::isInstance)
                .containsExactly(new RunEvent.Waiting(10, 2), new RunEvent.Waiting(10, 1));
        assertThat(calls()).extracting(Call::number).containsExactly(10, 11);
        assertThat(forecastCached()).containsExactly(0L, PREFIX);
    }

    @Test
    void aServerThatDoesNotSayHowLongIsWaitedForLongerEachTime() {
        refuseUpTo(6, limited(0));

        run(1, 1);

        assertThat(pauses).hasSize(5 + 10 + 20 + 40 + 60 + 60);
        assertThat(calls().getFirst().measurement().result()).isInstanceOf(CallResult.Answered.class);
    }

    @Test
    void aServerThatAlwaysRefusesEndsTheSeries() {
        refuseUpTo(100, limited(1));

        run(2, 1);

        assertThat(sent).hasSize(11);
        assertThat(calls()).extracting(Call::number).containsExactly(10);
    }

    @Test
    void aWaitOfMoreThanTenMinutesIsLeftToTheUser() {
        refuseUpTo(1, limited(601));

        run(2, 1);

        assertThat(pauses).isEmpty();
        assertThat(calls()).extracting(call -> call.measurement().result())
                .allMatch(CallResult.Failed.class::isInstance);
    }

    @Test
    void aCallThatIsStoppedWhileItWaitsHasReachedNoCache() {
        refuseUpTo(1, limited(30));
        goesOn = false;

        CacheState after = run(2, 1);

        assertThat(sent).hasSize(1);
        assertThat(calls()).extracting(call -> call.measurement().result())
                .containsExactly(new CallResult.Cancelled());
        assertThat(after).isEqualTo(CacheState.empty());
    }

    @Test
    void whatHadBegunToAnswerIsNotSentAgain() {
        answer = (index, to) -> {
            to.accept(new CallEvent.Delta("Yes"));
            to.accept(limited(1));
        };

        run(1, 1);

        assertThat(sent).hasSize(1);
    }

    @Test
    void noOtherCallGoesOutWhileOneWaits() {
        var together = new CyclicBarrier(2);
        answer = (index, to) -> {
            to.accept(new CallEvent.Sent());
            if (index < 2) {
                meet(together);
            }
            to.accept(index < 2 ? limited(3) : ANSWERED);
        };

        run(4, 2);

        assertThat(calls()).extracting(Call::number).containsExactlyInAnyOrder(10, 11, 12, 13);
        assertThat(sent).hasSize(6);
        int firstWait = events.indexOf(events.stream().filter(RunEvent.Waiting.class::isInstance).findFirst()
                .orElseThrow());
        assertThat(events.subList(firstWait, firstWait + 3)).allMatch(RunEvent.Waiting.class::isInstance);
    }

    @Test
    void aRunWithoutRowsSendsNothing() {
        assertThat(run(0, 4)).isEqualTo(CacheState.empty());

        assertThat(events).isEmpty();
    }

    private final class Answering implements Provider {

        @Override
        public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
            int index;
            synchronized (sent) {
                index = sent.size();
                sent.add(call.body());
            }
            answer.accept(index, events);
        }

        @Override
        public void warmUp() {
            // Nothing to load.
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
