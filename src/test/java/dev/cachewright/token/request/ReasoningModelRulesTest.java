package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.part.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the recorded calls show of the history of models that reason.
class ReasoningModelRulesTest {

    private static final String CALL = """
            {"model": "%s", "input": [{"role": "user", "content": "Weather?"}, %s{"type": "function_call",
              "call_id": "c", %s"name": "weather", "arguments": "{}"}, {"type": "function_call_output",
              "call_id": "c", "output": "15 C"}%s]}""";
    private static final String REASONING = "{\"type\": \"reasoning\", \"summary\": [], \"encrypted_content\": \""
            + "A".repeat(2_680) + "\"}, ";
    private static final String QUESTION = ", {\"role\": \"user\", \"content\": \"And in Paris?\"}";

    @ParameterizedTest
    @CsvSource({"gpt-5, 3", "gpt-5-nano, 3", "gpt-5-2025-08-07, 3", "gpt-5.2, 3", "gpt-5.3-codex, 3", "gpt-5.4, 0",
            "gpt-5.6-terra, 0"})
    void callsWithoutAnIdCostThreeLessUpToFiveThree(String model, int less) {
        RequestTokens with = count(CALL.formatted(model, "", "\"id\": \"fc_1\", ", ""));
        RequestTokens without = count(CALL.formatted(model, "", "", ""));

        assertThat(with.total() - without.total()).isEqualTo(less);
        assertThat(without.band()).isEqualTo(Band.EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5", "gpt-5-nano", "gpt-5.2", "gpt-5.3-codex"})
    void reasoningThatAQuestionFollowsCountsNothing(String model) {
        RequestTokens with = count(CALL.formatted(model, REASONING, "", QUESTION));

        assertThat(with.total()).isEqualTo(count(CALL.formatted(model, "", "", QUESTION)).total());
        assertThat(with.band()).isEqualTo(Band.EXACT);
    }

    @Test
    void laterModelsMayKeepTheReasoning() {
        assertThat(count(CALL.formatted("gpt-5.4", REASONING, "", QUESTION)).band()).isEqualTo(Band.about(8));
    }

    @Test
    void reasoningOfTheSmallestModelHasALongerHead() {
        int nano = count(CALL.formatted("gpt-5-nano", REASONING, "", "")).total();
        int others = count(CALL.formatted("gpt-5-mini", REASONING, "", "")).total();

        // 260 bytes of 4.5 a token; 316 and 228 tokens were recorded for 2,916 and 2,680 characters.
        assertThat(others - nano).isEqualTo(58);
    }

    private static RequestTokens count(String body) {
        var prompt = RequestBodyReader.read(body);
        return Simulators.ANALYST.destination(prompt.settings().model()).counter().count(Renderer.render(prompt, Row
                .empty()));
    }
}
