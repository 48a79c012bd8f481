package dev.cachewright.format.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.advice.AdviceRules;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.recover.FamilyCalls;
import dev.cachewright.format.recover.Recorded;
import dev.cachewright.format.recover.RecoveredPrompt;
import dev.cachewright.format.recover.Recovery;
import dev.cachewright.format.traffic.PlantedTraffic;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.WasteCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyAdviceTest {

    private static final Instant DAY = Instant.parse("2026-11-30T08:00:00Z");

    private static List<FamilyProfile> families(String log) {
        return TrafficReading.of(ClockTraffic.stream(log), ClockTraffic.ANALYST, SharedTokenizers.ALL,
                Optional.empty(), LogProgress.none()).profile().families();
    }

    private static List<Advice> advice(FamilyProfile family) {
        return new FamilyAdvice(ClockTraffic.ANALYST, Optional.empty()).of(family, DAY).advice();
    }

    private static double saving(Advice advice) {
        return advice.gain().costPerCall().orElseThrow().dollars().doubleValue();
    }

    private static Offset<Double> share(double of, double part) {
        return within(of * part);
    }

    /// Twenty seconds, and just under the five minutes that the cache keeps.
    @ParameterizedTest
    @ValueSource(ints = {20, 280})
    void theGainOfAPlantedFaultIsWhatTheProfileSaysCanBeReached(int seconds) {
        FamilyProfile family = families(ClockTraffic.calls(300, Duration.ofSeconds(seconds))).getFirst();
        Money wasted = family.sums().waste().orElseThrow();
        double reachable = wasted.dollars().doubleValue() / family.sums().calls();

        assertThat(saving(advice(family).getFirst())).isCloseTo(reachable, share(reachable, 0.1));
    }

    @Test
    void theGainIsThatOfTheSameAdviceOnTheOpenedPrompt() {
        String log = ClockTraffic.calls(120, Duration.ofSeconds(20));
        FamilyProfile family = families(log).getFirst();
        Advice here = advice(family).getFirst();

        FamilyCalls calls = FamilyCalls.read(ClockTraffic.stream(log), ClockTraffic.ANALYST, SharedTokenizers.ALL,
                id -> id == family.id(), LogProgress.none()).families().getFirst();
        RecoveredPrompt opened = Recovery.of(calls.calls()).prompts().getFirst();
        Advice there = new Advisor(ClockTraffic.ANALYST, AdviceRules.all()).advise(Subject.of(ClockTraffic.ANALYST,
                new AnalysisInput(opened.prompt(), opened.values(), 0, Optional.empty(), CacheState.empty(), DAY,
                        FamilyPace.of(family))))
                .getFirst();

        assertThat(here.rule()).isEqualTo(there.rule());
        assertThat(saving(here)).isCloseTo(saving(there), share(saving(there), 0.05));
    }

    /// Half of the calls begin with a clock: it is moved with its condition, and what comes after it is static.
    @Test
    void aLineThatOnlySomeCallsHaveIsMovedWithItsCondition() {
        String rules = IntStream.range(0, 300)
                .mapToObj(i -> "Rule " + i + " is about orders of the kind " + i * 7 + ".\n")
                .collect(Collectors.joining());
        List<Recorded> calls = IntStream.range(0, 8).mapToObj(i -> new Recorded(
                "{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"system\",\"content\":" + RawJson.quote(
                        (i % 2 == 0 ? "Now: 2026-11-28 09:4" + i + "\n" : "") + rules)
                        + "},{\"role\":\"user\",\"content\":\"Where is order " + i + "?\"}]}",
                Optional.of(DAY.plusSeconds(40 * i)), "calls.jsonl:" + i)).toList();
        RecoveredPrompt recovered = Recovery.of(calls).prompts().getFirst();

        Advice first = new Advisor(ClockTraffic.ANALYST, AdviceRules.all()).advise(Subject.of(ClockTraffic.ANALYST,
                new AnalysisInput(recovered.prompt(), recovered.values(), 0, Optional.empty(), CacheState.empty(), DAY,
                        AnalysisInput.USUAL)))
                .getFirst();
        Prompt moved = first.fix().orElseThrow().apply(recovered.prompt());

        assertThat(first.rule()).isEqualTo(Rule.L01);
        assertThat(first.gain().after().hitRate()).isGreaterThan(0.8);
        assertThat(Renderer.render(moved, recovered.values().row(2)).messages().getFirst().text())
                .isEqualTo(rules + "Now: 2026-11-28 09:42\n");
        assertThat(Renderer.render(moved, recovered.values().row(3)).messages().getFirst().text()).isEqualTo(rules);
    }

    @Test
    void callsThatExpireBetweenEachOtherGainNothing() {
        FamilyProfile family = families(ClockTraffic.calls(40, Duration.ofHours(3))).getFirst();

        assertThat(advice(family)).noneMatch(advice -> advice.gain().isGain());
    }

    @Test
    void aBreakpointIsAdvisedWhereTheSameTextEndsWithinAMessage() {
        var log = new StringBuilder();
        // The eleventh family has no breakpoint, and as much of what repeats in its first message as in its instructions.
        new PlantedTraffic(5, 13, 6_000).write(300, line -> log.append(line.json()).append('\n'));
        FamilyProfile unmarked = families(log.toString()).stream().filter(family -> family.sums().causes().getFirst()
                .cause() == WasteCause.NO_BREAKPOINT).findFirst().orElseThrow();

        assertThat(advice(unmarked)).first().satisfies(first -> {
            assertThat(first.rule()).isEqualTo(Rule.L16);
            assertThat(first.gain().after().hitRate()).isGreaterThan(0.7);
        });
    }

    @Test
    void whatNoRowCanHoldIsAdvisedOnFromTwoRequests() {
        var log = new StringBuilder();
        // The third family shuffles its tools.
        new PlantedTraffic(5, 3, 6_000).write(90, line -> log.append(line.json()).append('\n'));
        FamilyProfile shuffled = families(log.toString()).stream().filter(family -> family.sums().causes().getFirst()
                .cause() == WasteCause.TOOLS_REORDERED).findFirst().orElseThrow();

        assertThat(advice(shuffled)).first().satisfies(first -> assertThat(first.gain().before().calls()).isEqualTo(2));
    }

    /// Twelve orders, each of which comes again when what it stored is gone: the calls of an order are a prompt of its own,
    /// in which nothing changes but the clock.
    @Test
    void toolsInManyOrdersAreAdvisedOnThoughEachOrderIsAPromptOfItsOwn() {
        String still = ClockTraffic.calls(24, Duration.ofSeconds(200)).replaceAll("It is [^\\\\]*",
                "It is a working day.");
        FamilyProfile family = families(withShuffledTools(still, 12)).getFirst();
        assertThat(family.sums().causes().getFirst().cause()).isEqualTo(WasteCause.TOOLS_REORDERED);

        assertThat(advice(family)).first().satisfies(first -> {
            assertThat(first.rule()).isEqualTo(Rule.L04);
            assertThat(first.gain().before().calls()).isEqualTo(2);
            assertThat(first.gain().isGain()).isTrue();
        });
    }

    /// The tools are short: alone to sort them lets the cache read too little, and alone to move the clock lets it read
    /// nothing, since the tools before it part.
    @Test
    void whatTwoChangesBringTogetherIsSaidWhereEachAloneBringsNothing() {
        FamilyProfile family = families(withShuffledTools(ClockTraffic.calls(24, Duration.ofSeconds(20)), 24))
                .getFirst();
        FamilyAdvice.Given given = new FamilyAdvice(ClockTraffic.ANALYST, Optional.empty()).of(family, DAY);

        assertThat(given.advice()).noneMatch(each -> each.gain().isGain());
        assertThat(given.all()).hasValueSatisfying(plan -> {
            assertThat(plan.taken()).extracting(Advice::rule).containsExactly(Rule.L04, Rule.L03);
            assertThat(plan.gain().cachedTokens()).isGreaterThan(1_024);
        });
    }

    private static String withShuffledTools(String log, int orders) {
        List<String> lines = log.lines().toList();
        return IntStream.range(0, lines.size()).mapToObj(i -> lines.get(i).replace("\"messages\":", "\"tools\":"
                + shuffledTools(i % orders) + ",\"messages\":") + "\n").collect(Collectors.joining());
    }

    private static String shuffledTools(int seed) {
        List<String> tools = new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> "{\"type\":\"function\",\"function\":{"
                + "\"name\":\"tool_" + i + "\",\"description\":\"Finds what a passenger asks for.\"}}").toList());
        Collections.shuffle(tools, new Random(seed));
        return tools.toString();
    }
}
