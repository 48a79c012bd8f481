package dev.cachewright.run.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.Money;
import dev.cachewright.experiment.Arm;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.Measure;
import dev.cachewright.experiment.Outcome;
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
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Stops;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Call;
import dev.cachewright.session.Failure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Destination GPT = Simulators.ANALYST.destination("gpt-4o");
    private static final Pattern MARK = Pattern.compile("\"(\\d{18}) (Be brief|Be kind)");
    private static final Values ROWS = new Values("v", List.of("question"), IntStream.range(0, 3)
            .mapToObj(i -> new Row(Map.of("question", "Question " + i))).toList());
    private static final CallEvent FAILED = new CallEvent.Failed(new Failure.Worded(500, "Out of order", ""));

    private final List<String> sent = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<RunEvent> events = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private Pace pace = Pace.oneByOne(Duration.ofSeconds(4));
    private Instant now = NOON;
    private long nanos;
    private IntFunction<CallEvent> answer = _ -> usage(1_000, 0, 5);

    private static Layout layout(String name, String text) {
        return new Layout(name, Prompt.of(List.of(Block.of("system", Role.SYSTEM, Kind.STATIC, text),
                Block.of("user", Role.USER, Kind.DYNAMIC, "{{question}}")), Settings.of("gpt-4o", Api.CHAT)), GPT);
    }

    private static CallEvent usage(int input, int cached, int output) {
        return new CallEvent.Completed("stop", "{\"prompt_tokens\": " + input + ", \"completion_tokens\": " + output
                + ", \"prompt_tokens_details\": {\"cached_tokens\": " + cached + "}}");
    }

    private Outcome run(int rounds) {
        var plan = new ExperimentPlan(List.of(layout("a", "Be brief"), layout("b", "Be kind")), ROWS, rounds, pace,
                Profile.simulator());
        var stopwatch = new Stopwatch(() -> now, () -> nanos, (pause, _) -> pauses.add(pause));
        return new Experiment(Simulators.ANALYST, stopwatch).run(plan, new Answering(), new RunStart(1,
                CacheState.empty(), cancellation, RunStart.Keeping.nowhere()), events::add);
    }

    private List<Call> calls() {
        return events.stream().filter(RunEvent.Finished.class::isInstance).map(RunEvent.Finished.class::cast)
                .map(RunEvent.Finished::call).toList();
    }

    private static String group(String body, int group) {
        Matcher matcher = MARK.matcher(body);
        return matcher.find() ? matcher.group(group) : body;
    }

    private List<String> marks(int... calls) {
        return IntStream.of(calls).mapToObj(sent::get).map(body -> group(body, 1)).toList();
    }

    private static Optional<Money> dollars(String amount) {
        return Optional.of(Money.ofDollars(new BigDecimal(amount)));
    }

    @Test
    void armsTakeTurnsWithTheSameRowInEachRound() {
        run(2);

        assertThat(sent).extracting(body -> group(body, 2)).containsExactly("Be brief", "Be kind", "Be brief",
                "Be kind", "Be brief", "Be brief", "Be brief", "Be brief", "Be kind");
        assertThat(sent).extracting(body -> body.replaceAll("(?s).*(Question \\d).*", "$1")).containsExactly(
                "Question 0", "Question 0", "Question 0", "Question 1", "Question 1", "Question 1", "Question 2",
                "Question 2", "Question 2");
        assertThat(calls()).extracting(call -> call.target().isControl()).containsExactly(false, false, true, false,
                true, false, true, false, false);
        assertThat(pauses).hasSize(8).containsOnly(Duration.ofSeconds(4));
    }

    @Test
    void eachArmKeepsItsBeginningAndTheControlHasAnotherInEachCall() {
        run(2);
        List<String> first = marks(0, 5, 7);
        List<String> second = marks(1, 3, 8);
        List<String> control = marks(2, 4, 6);

        assertThat(first).containsOnly(first.getFirst());
        assertThat(second).containsOnly(second.getFirst()).doesNotContain(first.getFirst());
        assertThat(control).doesNotHaveDuplicates().doesNotContain(first.getFirst(), second.getFirst());
    }

    @Test
    void aLaterExperimentFindsNothingWarm() {
        run(1);
        List<String> before = marks(0, 1, 2);
        sent.clear();
        now = NOON.plusSeconds(60);
        run(1);

        assertThat(marks(0, 1, 2)).doesNotContainAnyElementsOf(before);
    }

    /// $2.50 and $1.25 a million: 400 × 1.25 + 600 × 2.5, and nothing for the answer.
    @Test
    void costsAreThoseOfTheInputThatWasReportedAfterTheFirstRound() {
        answer = index -> index < 3 ? usage(9_999, 0, 7) : usage(1_000, index == 3 ? 400 : 0, 100 * index);

        Outcome outcome = run(2);

        assertThat(outcome.rounds()).isEqualTo(2);
        assertThat(outcome.arms()).extracting(Arm::name).containsExactly("a", "b");
        assertThat(outcome.arms().get(1).costs()).containsExactly(dollars("0.002"), dollars("0.0025"));
        assertThat(outcome.arms().get(0).costs()).containsExactly(dollars("0.0025"), dollars("0.0025"));
        assertThat(outcome.control().costs()).containsExactly(dollars("0.0025"), dollars("0.0025"));
    }

    @Test
    void firstTokensAreTimedByTheClock() {
        Outcome outcome = run(2);

        // Each answer takes a millisecond more than the one before.
        assertThat(outcome.arms().get(1).firstTokens()).containsExactly(Optional.of(Duration.ofMillis(4)), Optional.of(
                Duration.ofMillis(9)));
        assertThat(outcome.betweenLayouts(Measure.FIRST_TOKEN).getFirst().difference().orElseThrow().estimate())
                .isEqualTo((4 - 6 + 9 - 8) / 2.0);
    }

    @Test
    void whatIsNotReportedIsLeftOutAndCounted() {
        answer = index -> index == 3 ? new CallEvent.Completed("stop", "{\"prompt_tokens\": 1000}")
                : usage(1_000, 0, 5);

        Outcome outcome = run(2);

        assertThat(outcome.arms().get(1).costs()).containsExactly(Optional.empty(), dollars("0.0025"));
        assertThat(outcome.betweenLayouts(Measure.COST).getFirst().leftOut()).isEqualTo(1);
        assertThat(outcome.betweenLayouts(Measure.FIRST_TOKEN).getFirst().leftOut()).isZero();
        assertThat(outcome.best(Measure.COST)).isEmpty();
    }

    @Test
    void aFailureEndsItAndWhatWasMeasuredStays() {
        answer = index -> index == 7 ? FAILED : usage(1_000, 0, 5);

        Outcome outcome = run(5);

        assertThat(sent).hasSize(8);
        assertThat(outcome.rounds()).isEqualTo(2);
        assertThat(outcome.arms().get(0).costs()).containsExactly(dollars("0.0025"), Optional.empty());
        assertThat(outcome.arms().get(1).costs()).containsExactly(dollars("0.0025"), Optional.empty());
    }

    @Test
    void failuresThatAreAllowedCostTheirPairAlone() {
        pace = pace.withStops(new Stops(3, Optional.empty(), 0, 16));
        answer = index -> index == 3 ? FAILED : usage(1_000, 0, 5);

        Outcome outcome = run(2);

        assertThat(sent).hasSize(9);
        assertThat(outcome.againstControl(Measure.COST)).extracting(finding -> finding.leftOut()).containsExactly(0, 1);
    }

    @Test
    void noCallIsMadeThatCouldPassTheLimit() {
        pace = pace.withStops(new Stops(1, dollars("0.0005"), 0, 16));

        Outcome outcome = run(2);

        assertThat(events).last().isInstanceOf(RunEvent.SpendingReached.class);
        assertThat(sent).hasSizeLessThan(3);
        assertThat(outcome.rounds()).isZero();
        assertThat(outcome.betweenLayouts(Measure.COST).getFirst().difference()).isEmpty();
    }

    @Test
    void anExperimentThatIsStoppedMakesNoMoreCalls() {
        answer = index -> {
            if (index == 4) {
                cancellation.cancel();
            }
            return usage(1_000, 0, 5);
        };

        assertThat(run(5).rounds()).isEqualTo(1);
        assertThat(sent).hasSize(5);
    }

    @Test
    void callsOfAnExperimentDoNotOverlap() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExperimentPlan(List.of(layout("a", "x")), ROWS, 2,
                new Pace(Duration.ZERO, 2, true), Profile.simulator()));
    }

    /// Answers each call by its index, after as many milliseconds and one.
    private final class Answering implements Provider {

        @Override
        public void send(ModelCall call, Cancellation cancelled, Consumer<CallEvent> to) {
            int index = sent.size();
            sent.add(call.body());
            to.accept(new CallEvent.Sent());
            nanos += (index + 1) * 1_000_000L;
            to.accept(new CallEvent.Delta("Yes."));
            to.accept(answer.apply(index));
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
