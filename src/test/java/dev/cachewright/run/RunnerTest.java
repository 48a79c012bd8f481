package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Edition;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Failure;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunnerTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String USAGE = "{\"prompt_tokens\": 1700, \"completion_tokens\": 20, "
            + "\"prompt_tokens_details\": {\"cached_tokens\": 0}}";
    private static final Prompt PROMPT = Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC,
            Simulators.LONG), Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}")), Settings.of("gpt-4o",
                    Api.CHAT));
    private static final Values VALUES = new Values("v", List.of("question"), List.of(new Row(Map.of("question",
            "Why?")), new Row(Map.of("question", "How so?"))));

    private static final Destination DESTINATION = Simulators.ANALYST.destination("gpt-4o");

    private final List<RunEvent> events = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final ScriptedProvider provider = new ScriptedProvider();
    private RunStart.Keeping keeping = RunStart.Keeping.nowhere();
    private long nanos = 5_000;
    private Instant now = NOON;

    @Test
    void everyCallIsForecastBeforeItIsSentAndRecorded() {
        provider.answers("Yes.", USAGE).answers("No.", USAGE);

        CacheState after = run(0, 1);

        assertThat(events).hasSize(6);
        assertThat(events.get(0)).isEqualTo(new RunEvent.Started(4, 0, 2, input(0)));
        assertThat(events.get(1)).isEqualTo(new RunEvent.TextArrived(4, "Yes."));
        assertThat(events.get(3)).isEqualTo(new RunEvent.Started(5, 1, 2, input(1)));
        assertThat(calls()).extracting(Call::number).containsExactly(4, 5);
        assertThat(calls()).extracting(call -> call.forecast().reason()).containsExactly(MissReason.COLD,
                MissReason.NONE);
        long prefix = Simulators.ANALYST.countRows(PROMPT, VALUES, DESTINATION).prefix().tokens() / 128 * 128;
        assertThat(calls()).extracting(call -> call.forecast().split().cached()).containsExactly(0L, prefix);
        assertThat(calls()).extracting(call -> call.forecast().promised()).containsExactly(prefix, prefix);
        assertThat(calls()).extracting(Call::verdict).containsExactly(Verdict.COLD, Verdict.PROVIDER_UNEXPLAINED);
        assertThat(((RunEvent.Finished) events.getLast()).cache()).isEqualTo(after);
    }

    @Test
    void aCallIsRecordedAsItWasSentAndMeasured() {
        provider.answers("Yes.", USAGE);

        run(1);

        Call call = calls().getFirst();
        String body = RequestBodyWriter.write(OutputLimit.of(DESTINATION.requests().of(Renderer.render(PROMPT,
                VALUES.row(1))), OutputLimit.USUAL, Profile.Kind.SIMULATOR), true).json();
        assertThat(provider.sent).containsExactly(new ModelCall(Api.CHAT, body, true));
        assertThat(finished(0).exchange().body()).isEqualTo(body);
        assertThat(finished(0).exchange().answer()).isEqualTo("Yes.");
        assertThat(call.target()).isEqualTo(new CallTarget("Simulator", "gpt-4o", Api.CHAT,
                new PromptMark("", Edition.of(PROMPT))));
        assertThat(call.measurement()).isEqualTo(new Call.Measurement(new CallResult.Answered("stop"),
                new Usage(OptionalLong.of(1_700), OptionalLong.of(0), OptionalLong.empty(), OptionalLong.of(20), USAGE),
                timing(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(1_000))));
    }

    private static Timing timing(Duration first, Duration last, Duration total) {
        return new Timing(NOON, Optional.empty(), Optional.empty(), Optional.of(first), Optional.of(last), total);
    }

    @Test
    void timesRunToTheFirstTextAndToTheEnd() {
        provider.script(events -> {
            nanos += 100;
            events.accept(new CallEvent.Delta(""));
            nanos += 200;
            events.accept(new CallEvent.Delta("a"));
            nanos += 400;
            events.accept(new CallEvent.Delta("b"));
            nanos += 800;
            events.accept(new CallEvent.Completed("length", ""));
            nanos += 1_600;
        }).script(events -> {
            nanos += 50;
            events.accept(new CallEvent.Completed("stop", ""));
        });

        run(0, 1);

        assertThat(calls()).extracting(call -> call.measurement().timing()).containsExactly(
                timing(Duration.ofNanos(300), Duration.ofNanos(700), Duration.ofNanos(1_500)),
                new Timing(NOON, Optional.empty(), Duration.ofNanos(50)));
        assertThat(calls().getFirst().measurement().result()).isEqualTo(new CallResult.Answered("length"));
        assertThat(finished(0).exchange().answer()).isEqualTo("ab");
        assertThat(calls().getFirst().measurement().usage()).isEqualTo(Usage.unknown());
    }

    @Test
    void cancellingKeepsTheTextAndEndsTheRun() {
        provider.script(events -> {
            events.accept(new CallEvent.Delta("Ye"));
            cancellation.cancel();
            events.accept(new CallEvent.Cancelled());
        });

        run(0, 1, 0);

        assertThat(calls()).hasSize(1);
        assertThat(calls().getFirst().measurement().result()).isEqualTo(new CallResult.Cancelled());
        assertThat(finished(0).exchange().answer()).isEqualTo("Ye");
        // What was sent has reached the cache.
        assertThat(((RunEvent.Finished) events.getLast()).cache()).isNotEqualTo(CacheState.empty());
    }

    @Test
    void aFailedCallEndsTheRunAndLeavesTheCacheAsItWas() {
        var failure = new Failure.Known(Failure.Kind.SERVER_ERROR, 500, "Broken", new Failure.Server("here", ""), 0);
        provider.script(events -> events.accept(new CallEvent.Failed(failure)));

        CacheState after = run(0, 1);

        assertThat(calls()).hasSize(1);
        assertThat(calls().getFirst().measurement().result()).isEqualTo(new CallResult.Failed(failure));
        assertThat(calls().getFirst().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(after).isEqualTo(CacheState.empty());
    }

    @Test
    void oneOddAnswerIsOneFailedCallAndTwoInARowEndTheRun() {
        var failure = new Failure.Known(Failure.Kind.NOT_AN_ANSWER, 200, "", new Failure.Server("here", ""), 0);
        Consumer<Consumer<CallEvent>> odd = events -> events.accept(new CallEvent.Failed(failure));
        provider.script(odd).answers("Yes", "{}").script(odd).script(odd).answers("Never asked", "{}");

        run(0, 1, 0, 1, 0);

        assertThat(calls()).extracting(Call::verdict)
                .containsExactly(Verdict.FAILED, Verdict.NOT_REPORTED, Verdict.FAILED, Verdict.FAILED);
    }

    @Test
    void aProviderThatNeverEndsACallHasFailed() {
        provider.script(events -> events.accept(new CallEvent.Delta("Y")));

        run(0);

        assertThat(calls().getFirst().measurement().result()).isInstanceOfSatisfying(CallResult.Failed.class,
                failed -> {
                    assertThat(failed.failure()).isInstanceOfSatisfying(Failure.Known.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.NO_ANSWER));
                });
    }

    @Test
    void nothingIsSentOnceCancelled() {
        cancellation.cancel();

        run(0, 1);

        assertThat(events).isEmpty();
        assertThat(provider.sent).isEmpty();
    }

    @Test
    void aPauseEndsAtOnceWhenTheRunIsCancelled() throws InterruptedException {
        provider.answers("Yes.", USAGE);
        var isFirstDone = new CountDownLatch(1);
        var run = CompletableFuture.runAsync(() -> run(Duration.ofHours(9), DESTINATION, event -> {
            events.add(event);
            if (event instanceof RunEvent.Finished) {
                isFirstDone.countDown();
            }
        }, 0, 1));
        assertThat(isFirstDone.await(50, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThat(run).succeedsWithin(Duration.ofSeconds(50));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aPauseOfNoLengthGoesOn() {
        assertThat(Pause.sleep(Duration.ZERO, new Cancellation())).isTrue();
        cancellation.cancel();
        assertThat(Pause.sleep(Duration.ofHours(9), cancellation)).isFalse();
    }

    @Test
    void anEntryRunsOutBetweenCalls() {
        provider.answers("Yes.", USAGE).answers("No.", USAGE);
        provider.afterEachCall = () -> now = now.plus(Duration.ofHours(25));

        run(0, 1);

        assertThat(calls()).extracting(call -> call.forecast().reason()).containsExactly(MissReason.COLD,
                MissReason.EXPIRED);
        assertThat(calls()).extracting(call -> call.measurement().timing().at()).containsExactly(NOON, NOON.plus(
                Duration.ofHours(25)));
    }

    @Test
    void withoutRulesThereIsNoForecast() {
        provider.answers("Yes.", USAGE);

        CacheState after = run(Duration.ZERO, Simulators.ANALYST.destination("of-nobody"), events::add, 0);

        Call call = calls().getFirst();
        assertThat(call.forecast().reason()).isEqualTo(MissReason.NO_RULES);
        assertThat(call.forecast().split()).isEqualTo(InputSplit.uncached(call.forecast().split().input()));
        assertThat(call.verdict()).isEqualTo(Verdict.NO_FORECAST);
        assertThat(after).isEqualTo(CacheState.empty());
    }

    @Test
    void aPromptThatCannotBeRenderedSendsNothing() {
        Prompt wrong = PROMPT.with("question", block -> block.withText("{{#if a}}"));
        var plan = new RunPlan(wrong, VALUES, List.of(0), Pace.oneByOne(Duration.ZERO), Profile.simulator(),
                DESTINATION);
        Runner runner = runner();
        var start = new RunStart(1, CacheState.empty(), cancellation, RunStart.Keeping.nowhere());

        assertThatExceptionOfType(InputException.class).isThrownBy(() -> runner.run(plan, provider, start,
                events::add));

        assertThat(provider.sent).isEmpty();
    }

    private static TokenRange input(int row) {
        return DESTINATION.inputOf(DESTINATION.countAsIs(Renderer.render(PROMPT, VALUES.row(row))));
    }

    private CacheState run(Integer... rows) {
        return run(Duration.ZERO, DESTINATION, events::add, rows);
    }

    private CacheState run(Duration pause, Destination destination, Consumer<RunEvent> heard,
            Integer... rows) {
        provider.tick = millis -> nanos += millis * 1_000_000L;
        var plan = new RunPlan(PROMPT, VALUES, List.of(rows), Pace.oneByOne(pause), Profile.simulator(),
                destination);
        return runner().run(plan, provider, new RunStart(4, CacheState.empty(), cancellation, keeping), heard);
    }

    private Runner runner() {
        return new Runner(Simulators.ANALYST, new Stopwatch(() -> now, () -> nanos, Pause::sleep));
    }

    private RunEvent.Finished finished(int index) {
        return events.stream().filter(RunEvent.Finished.class::isInstance).map(RunEvent.Finished.class::cast)
                .skip(index).findFirst().orElseThrow();
    }

    private List<Call> calls() {
        return events.stream().filter(RunEvent.Finished.class::isInstance).map(RunEvent.Finished.class::cast).map(
                RunEvent.Finished::call).toList();
    }
}
