package dev.cachewright.advice.layout;

import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTimeTest {

    @ParameterizedTest
    @CsvSource({"gpt-4o, CHAT, 12, 100", "gpt-5.6-terra, RESPONSES, 12, 100", "claude-sonnet-4-5, MESSAGES, 12, 100",
            "gpt-4o, CHAT, 40, 100", "gpt-5.6-terra, RESPONSES, 40, 100",
            "claude-sonnet-4-5, MESSAGES, 40, 100"})
    void time(String model, Api api, int size, int rows) {
        var random = new RandomPrompts(5);
        var blocks = new ArrayList<Block>();
        for (int i = 0; i + 1 < size; i++) {
            blocks.add(random.block("s" + i, Role.SYSTEM, i > 0));
        }
        blocks.add(new Block("q", Role.USER, Kind.DYNAMIC, false, Text.of("{{q}}\n"), Attributes.none()));
        Prompt prompt = Prompt.of(blocks, Settings.of(model, api));
        RealCalls calls = RealCalls.of(model, "", random.values(rows), AnalysisInput.USUAL);
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Sheet.of(prompt, calls.of(prompt).orElseThrow());
            long counted = System.nanoTime();
            var result = new Arranger(calls::of, Arranger.LIMIT, true).arrange(prompt).orElseThrow();
            long end = System.nanoTime();
            System.out.println(model + " " + size + " blocks " + rows + " rows: " + (end - counted) / 1_000_000
                    + " ms, of it counting once " + (counted - start) / 1_000_000 + " ms; proven " + result.isProven()
                    + " moves " + result.arrangement().moves().size() + " " + result.before().cost() + " -> "
                    + result.after().cost());
        }
    }
}
