package dev.cachewright.advice.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.advice.Calls;
import dev.cachewright.advice.Expectation;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The search against its twin: every order and every set of breakpoints, each rendered, counted and forecast.
class ArrangerTest {

    private static final int CASES = 30;
    /// More layouts take too long to be rendered each.
    private static final int MOST = 5_100;

    private record Tried(Prompt layout, Outlay outlay) {
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, '', CHAT", "gpt-5.5, '', RESPONSES", "gpt-5.6-terra, '', RESPONSES",
            "claude-sonnet-4-5, '', MESSAGES", "gpt-4o, block-16, CHAT", "gpt-4o, longest-prefix, CHAT",
            "gpt-4o, deepseek, CHAT", "gpt-4o, gemini, CHAT", "gpt-4o, mistral, CHAT", "gpt-4o, groq, CHAT",
            "gpt-4o, xai, CHAT", "gpt-4o, none, CHAT", "unheard-of, block-16, CHAT",
            "unheard-of, openai-breakpoint, RESPONSES"})
    void theLayoutCostsWhatTheCheapestOfAllCosts(String model, String rules, Api api) {
        var random = new RandomPrompts(20261129 + model.hashCode() + rules.hashCode());
        int gains = 0;
        int compared = 0;
        int layouts = 0;
        for (int i = 0; i < CASES; i++) {
            Prompt prompt = random.prompt(model, api, 3 + random.random().nextInt(5));
            Cadence cadence = new Cadence(Duration.ofSeconds(random.random().nextBoolean() ? 6 : 200),
                    1 + random.random().nextInt(2), 0, Duration.ZERO);
            RealCalls calls = RealCalls.of(model, rules, random.values(2 + random.random().nextInt(4)), cadence);
            List<Tried> all = all(prompt, calls.of(prompt).orElseThrow(), calls);
            if (all.isEmpty()) {
                continue;
            }
            compared++;
            layouts += all.size();
            Tried cheapest = all.stream().min(Comparator.comparing(Tried::outlay, Outlay.CHEAPEST)).orElseThrow();
            int count = calls.values().rows().size();

            // Order by order for a third of the cases.
            Layout found = new Arranger(calls::of, 1_000_000, i % 3 > 0).arrange(prompt).orElseThrow();

            assertThat(found.isProven()).as("%s", prompt).isTrue();
            assertThat(found.after()).as("%s", prompt).isEqualTo(calls.outlay(found.prompt()).expectation(count));
            assertThat(found.before()).isEqualTo(calls.outlay(prompt).expectation(count));
            assertThat(found.after().cost()).as("%s", prompt).isEqualTo(cheapest.outlay().cost());
            assertThat(found.after().cached()).as("%s", prompt).isEqualTo(cheapest.outlay().cached());
            gains += found.isAsBefore() ? 0 : 1;
        }
        System.out.printf("%s %s: %d prompts compared with %d layouts, %d arranged%n", model, rules, compared, layouts,
                gains);
        if (!rules.equals("none")) {
            assertThat(gains).as("prompts that were arranged").isGreaterThanOrEqualTo(3);
        }
    }

    /// Nothing where there are too many.
    private static List<Tried> all(Prompt prompt, Calls own, RealCalls calls) {
        Prompt bare = prompt.withBlocks(prompt.blocks().stream().map(block -> block.withBreakpoint(false)).toList());
        var twin = new Exhaustive(own.terms().rules().hasBreakpoints() ? bare : prompt);
        MarkRoom room = MarkRoom.of(prompt, own);
        var all = new ArrayList<Tried>();
        if (twin.orders() * (1L << Math.min(room.accepted().size(), 6)) <= MOST) {
            twin.each(room.accepted(), room.slots(), layout -> all.add(new Tried(layout, calls.outlay(layout))));
            all.add(new Tried(prompt, calls.outlay(prompt)));
        }
        return all;
    }

    /// Seven blocks with breakpoints have some 70,000 layouts: these are judged by the same rules, but not rendered each.
    @ParameterizedTest
    @CsvSource({"gpt-5.6-terra, RESPONSES, true", "gpt-5.6-terra, RESPONSES, false",
            "claude-sonnet-4-5, MESSAGES, true", "claude-sonnet-4-5, MESSAGES, false"})
    void noLayoutOfSevenBlocksWithBreakpointsIsCheaper(String model, Api api, boolean usesSets) {
        var random = new RandomPrompts(17 + model.hashCode());
        int tried = 0;
        while (tried < 4) {
            Prompt prompt = random.prompt(model, api, 7);
            RealCalls calls = RealCalls.of(model, "", random.values(4), Cadence.every(Duration.ofSeconds(6)));
            Sheet sheet = Sheet.of(prompt, calls.of(prompt).orElseThrow());
            var twin = new Exhaustive(prompt);
            if (twin.orders() < 100) {
                continue;
            }
            tried++;
            MarkRoom room = MarkRoom.of(prompt, sheet.calls());
            var all = new ArrayList<Outlay>(List.of(sheet.outlay(sheet.order(), Marks.OWN)));
            twin.eachPlan(room.accepted(), room.slots(),
                    (order, marks) -> all.add(sheet.outlay(order, new Marks(false, marks))));

            Layout found = new Arranger(calls::of, 10_000_000, usesSets).arrange(prompt).orElseThrow();

            assertThat(found.isProven()).isTrue();
            assertThat(found.after()).as("%s of %d", prompt, all.size())
                    .extracting(Expectation::cost, Expectation::cached)
                    .containsExactlyElementsOf(all.stream().min(Outlay.CHEAPEST)
                            .map(best -> List.<Object>of(best.cost(), best.cached())).orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, CHAT", "gpt-5.6-terra, RESPONSES", "claude-sonnet-4-5, MESSAGES"})
    void noTextIsLostAndMessagesBeginWhereTheyBegan(String model, Api api) {
        var random = new RandomPrompts(7);
        for (int i = 0; i < CASES; i++) {
            Prompt prompt = random.prompt(model, api, 7);
            RealCalls calls = RealCalls.of(model, "", random.values(4), Cadence.every(Duration.ofSeconds(6)));

            Prompt arranged = new Arranger(calls::of, 2_000, true).arrange(prompt).orElseThrow().prompt();

            assertThat(arranged.blocks()).extracting(Block::role)
                    .isEqualTo(prompt.blocks().stream().map(Block::role).toList());
            assertThat(arranged.blocks()).extracting(Block::joined)
                    .isEqualTo(prompt.blocks().stream().map(Block::joined).toList());
            assertThat(texts(arranged)).containsExactlyInAnyOrderElementsOf(texts(prompt));
            assertThat(arranged.blocks().getLast().id()).isEqualTo("q");
            prompt.blocks().stream().filter(block -> block.attributes().containsKey("pin")).forEach(
                    block -> assertThat(arranged.indexOf(block.id())).isEqualTo(prompt.indexOf(block.id())));
        }
    }

    private static List<String> texts(Prompt prompt) {
        return prompt.blocks().stream().map(block -> block.id() + " " + block.text()).toList();
    }
}
