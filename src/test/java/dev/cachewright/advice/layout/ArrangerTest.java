package dev.cachewright.advice.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.advice.Calls;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrangerTest {

    private static final int CASES = 30;
    /// An exhaustive search of more layouts takes too long to count each of them anew.
    private static final int MOST = 5_100;

    @ParameterizedTest
    @CsvSource({"gpt-4o, '', CHAT", "gpt-5.5, '', RESPONSES", "gpt-5.6-terra, '', RESPONSES",
            "claude-sonnet-4-5, '', MESSAGES",
            "gpt-4o, block-16, CHAT", "gpt-4o, longest-prefix, CHAT", "gpt-4o, deepseek, CHAT", "gpt-4o, gemini, CHAT",
            "gpt-4o, mistral, CHAT", "gpt-4o, groq, CHAT", "gpt-4o, xai, CHAT", "gpt-4o, none, CHAT",
            "unheard-of, block-16, CHAT"})
    void theLayoutCostsWhatTheCheapestOfAllCosts(String model, String rules, Api api) {
        var random = new RandomPrompts(20261129 + model.hashCode() + rules.hashCode());
        int gains = 0;
        int more = 0;
        for (int i = 0; i < CASES;) {
            Prompt prompt = random.prompt(model, api, 3 + random.random().nextInt(5));
            Cadence cadence = new Cadence(Duration.ofSeconds(random.random().nextBoolean() ? 6 : 200),
                    1 + random.random().nextInt(2), 0, Duration.ZERO);
            RealCalls calls = RealCalls.of(model, rules, random.values(2 + random.random().nextInt(4)), cadence);
            Prompt bare = prompt
                    .withBlocks(prompt.blocks().stream().map(block -> block.withBreakpoint(false)).toList());
            Calls own = calls.of(prompt).orElseThrow();
            boolean hasMarks = own.terms().rules().hasBreakpoints();
            var all = new Exhaustive(hasMarks ? bare : prompt);
            MarkRoom room = MarkRoom.of(prompt, own);
            if (all.orders() * Math.pow(2, Math.min(room.accepted().size(), 6)) > MOST) {
                continue;
            }
            boolean usesSets = i++ % 3 > 0;
            List<Outlay> outlays = new ArrayList<>();
            List<Prompt> layouts = new ArrayList<>();
            all.each(room.accepted(), room.slots(), layout -> {
                outlays.add(calls.outlay(layout));
                layouts.add(layout);
            });
            Outlay cheapest = outlays.stream().min(Outlay.CHEAPEST).orElseThrow();

            Arranger.Result result = new Arranger(calls::of, 1_000_000, usesSets).arrange(prompt).orElseThrow();

            assertThat(result.isProven()).as("%s", prompt).isTrue();
            assertThat(Outlay.CHEAPEST.compare(result.after(), cheapest)).as("%s%n%s%nof %s: %s instead of %s",
                    prompt.blocks().stream()
                            .map(b -> b.id() + " " + b.attributes() + b.joined() + b.text().length()
                                    + b.text().substring(0, Math.min(30, b.text().length())))
                            .toList(),
                    cadence, outlays.size(), result, cheapest).isZero();
            assertThat(calls.outlay(result.arrangement().prompt())).isEqualTo(result.after());
            int fewest = java.util.stream.IntStream.range(0, outlays.size())
                    .filter(k -> Outlay.CHEAPEST.compare(outlays.get(k), cheapest) == 0)
                    .map(k -> changes(prompt, layouts.get(k))).min().orElseThrow();
            more += changes(prompt, result.arrangement().prompt()) - fewest;
            gains += result.arrangement().isNone() ? 0 : 1;
        }
        System.out.println(model + " " + rules + ": " + gains + " of " + CASES + " arranged, changes too many " + more);
    }

    static int changes(Prompt one, Prompt other) {
        int n = 0;
        for (int i = 0; i < one.blocks().size(); i++) {
            String id = one.blocks().get(i).id();
            n += one.blocks().get(i).breakpoint().isPresent() == other.block(id).orElseThrow().breakpoint().isPresent()
                    ? 0 : 1;
            for (int j = i + 1; j < one.blocks().size(); j++) {
                n += other.indexOf(id) > other.indexOf(one.blocks().get(j).id()) ? 1 : 0;
            }
        }
        return n;
    }
}
