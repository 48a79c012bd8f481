package dev.cachewright.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Simulators;
import dev.cachewright.whatif.FanOut.Start;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private static final Instant DAY = Instant.parse("2026-11-28T08:00:00Z");
    private static final Prompt PROMPT = Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, "Rule."
            + " word".repeat(2_000)).withBreakpoint(true), Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}")),
            Settings.of("claude-sonnet-4-6", Api.MESSAGES));
    private static final Values VALUES = new Values("v", List.of("q"), IntStream.range(0, 7).mapToObj(i -> new Row(
            Map.of("q", List.of("Alpha", "Why", "Tell", "Zero", "Next", "Go", "Ask").get(i)))).toList());

    private static Answer answer(String model) {
        Prompt prompt = PROMPT.withSettings(Settings.of(model, model.startsWith("claude") ? Api.MESSAGES : Api.CHAT));
        return new WhatIf(Simulators.ANALYST, prompt, VALUES, DAY).answer(new Question(model, "", 0, 200,
                Load.perMinute(1))).orElseThrow();
    }

    private static FanOut.Plan plan(FanOut fanOut, Start start, Answer answer) {
        return fanOut.plans(answer).stream().filter(plan -> plan.start() == start).findFirst().orElseThrow();
    }

    /// When each call begins, in milliseconds: the next one as soon as another may be on its way.
    private static List<Long> begins(FanOut fanOut, boolean isFirstAlone) {
        long whole = fanOut.whole().toMillis();
        var begins = new ArrayList<Long>();
        var free = new PriorityQueue<Long>();
        begins.add(0L);
        free.add(whole);
        long from = isFirstAlone ? fanOut.firstToken().toMillis() : 0;
        IntStream.range(1, fanOut.parallel()).forEach(_ -> free.add(from));
        while (begins.size() < fanOut.calls()) {
            long at = Math.max(free.remove(), from);
            begins.add(at);
            free.add(at + whole);
        }
        return begins;
    }

    /// Calls one by one through the rules, each of which can read what was answered when it begins.
    @Test
    void coldCallsTimesAndCostsAreThoseOfTheRuleEngine() {
        var chance = new Random(5);
        Answer answer = answer("claude-sonnet-4-6");
        Destination destination = Simulators.ANALYST.destination("claude-sonnet-4-6");
        CountedRows rows = Simulators.ANALYST.countRows(PROMPT, VALUES, destination);
        Terms terms = destination.terms(PROMPT.settings()).orElseThrow();
        for (int run = 0; run < 200; run++) {
            Duration firstToken = Duration.ofMillis(1 + chance.nextInt(3_000));
            var fanOut = new FanOut(1 + chance.nextInt(60), 1 + chance.nextInt(12), firstToken,
                    firstToken.plusMillis(chance.nextInt(4_000)));
            for (boolean isFirstAlone : List.of(false, true)) {
                List<Long> begins = begins(fanOut, isFirstAlone);
                CacheState state = CacheState.empty();
                int cold = 0;
                for (int i = 0; i < begins.size(); i++) {
                    CountedRequest row = rows.rows().get(i % rows.rows().size());
                    CacheStep step = terms.rules().step(state, terms.request(row, rows.prefix().tokens())
                            .answeredAfter(firstToken), DAY.plusMillis(begins.get(i)));
                    state = step.state();
                    cold += step.outcome().split().cached() == 0 ? 1 : 0;
                }
                FanOut.Plan plan = plan(fanOut, isFirstAlone ? Start.FIRST_ALONE : Start.ALL_AT_ONCE, answer);

                assertThat(plan.cold()).as("%s", fanOut).isEqualTo(cold);
                assertThat(plan.takes()).as("%s", fanOut).isEqualTo(Duration.ofMillis(begins.getLast())
                        .plus(fanOut.whole()));
                double hits = fanOut.calls() - (double) cold;
                assertThat(plan.cost().orElseThrow().doubleValue()).isCloseTo(cold * dollars(answer.means().coldCost()
                        .orElseThrow()) + hits * dollars(answer.means().warmCost().orElseThrow())
                        + fanOut.calls() * dollars(answer.output().orElseThrow()), within(1e-9));
            }
        }
    }

    private static double dollars(BigDecimal amount) {
        return amount.doubleValue();
    }

    /// OpenAI sends what exceeds about 15 calls a minute of one key to other machines.
    @Test
    void callsAboveTheLimitOfAKeyReachMachinesThatAreCold() {
        Answer answer = answer("gpt-5.4");
        var fanOut = new FanOut(100, 10, Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(plan(fanOut, Start.FIRST_ALONE, answer).cold()).isEqualTo(7);
        assertThat(plan(fanOut, Start.ALL_AT_ONCE, answer).cold()).isEqualTo(10);
        FanOut.Plan staged = plan(fanOut, Start.STAGED, answer);
        assertThat(staged.cold()).isOne();
        assertThat(staged.takes()).isEqualTo(Duration.ofSeconds(99 * 4 + 5));
        assertThat(fanOut.plans(answer)).first().isEqualTo(staged);
        assertThat(new FanOut(100, 10, Duration.ofSeconds(1), Duration.ofSeconds(5)).plans(answer("claude-sonnet-4-6")))
                .extracting(FanOut.Plan::start).containsExactly(Start.FIRST_ALONE, Start.ALL_AT_ONCE);
    }
}
