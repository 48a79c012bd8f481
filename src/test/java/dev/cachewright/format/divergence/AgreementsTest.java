package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.divergence.Agreement;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.format.body.Diagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementsTest {

    private static final String OPENAI = """
            {"model": "gpt-5.6-sol", "prompt_cache_key": "a", "service_tier": "flex", "reasoning": {"effort": "low"},
             "text": {"verbosity": "low", "format": {"type": "json_schema", "name": "n", "schema": {"type": "object"}}},
             "context_management": [{"type": "compaction"}], "tools": [{"type": "function", "name": "find"}],
             "input": [{"role": "user", "content": "Hi"}]}""";
    private static final String CLAUDE = """
            {"model": "claude-opus-5", "max_tokens": 9, "tools": [{"name": "find", "input_schema": {"type": "object"}}],
             "system": "Be kind", "messages": [{"role": "user", "content": "Hi"}]}""";

    private static Agreement between(String body, String from, String to, String reason) {
        Explanation found = Explained.between(body, body.replace(from, to));
        return Agreements.of(found, new Diagnosis(body.equals(OPENAI) ? "cache_miss" : "", reason));
    }

    /// OpenAI's nine reasons.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpt-5.6-sol        | gpt-5.6-luna       | model_changed
            _key": "a"         | _key": "b"         | prompt_cache_key_changed
            flex               | priority           | service_tier_changed
            find               | seek               | tools_changed
            "object"           | "array"            | text_format_changed
            effort": "low      | effort": "high     | reasoning_effort_changed
            verbosity": "low   | verbosity": "high  | verbosity_changed
            compaction         | truncation         | context_compacted
            Hi                 | Hello              | input_changed
            """)
    void eachReasonOfOpenAiIsOurs(String from, String to, String reason) {
        assertThat(between(OPENAI, from, to, reason)).isEqualTo(Agreement.AGREES);
        assertThat(between(OPENAI, from, to, reason.equals("model_changed") ? "tools_changed" : "model_changed"))
                .isEqualTo(Agreement.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            claude-opus-5      | claude-sonnet-5    | model_changed
            find               | seek               | tools_changed
            Be kind            | Be brief           | system_changed
            Hi                 | Hello              | messages_changed
            "max_tokens": 9,   | "max_tokens": 9, "tool_choice": {"type": "any"}, | messages_changed
            "max_tokens": 9,   | "max_tokens": 9, "speed": "fast", | model_changed
            """)
    void eachTypeOfAnthropicIsOurs(String from, String to, String type) {
        assertThat(between(CLAUDE, from, to, type)).isEqualTo(Agreement.AGREES);
    }

    @Test
    void aSystemThatChangedIsNoMessage() {
        assertThat(between(CLAUDE, "Be kind", "Be brief", "messages_changed")).isEqualTo(Agreement.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({"unavailable,''", "comparison_response_not_found,''", "'',unavailable",
            "'',previous_message_not_found"})
    void aProviderThatHasNotComparedSaysNothing(String type, String reason) {
        Explanation found = Explained.between(CLAUDE, CLAUDE.replace("Hi", "Hello"));

        assertThat(Agreements.of(found, new Diagnosis(type, reason))).isEqualTo(Agreement.SAYS_NOTHING);
    }

    @Test
    void aHitAgreesWhereNothingIsBilledAgain() {
        Explanation same = Explained.between(OPENAI, OPENAI);

        assertThat(Agreements.of(same, new Diagnosis("cache_hit", ""))).isEqualTo(Agreement.AGREES);
        assertThat(Agreements.of(same, new Diagnosis("cache_miss", "tools_changed"))).isEqualTo(Agreement.DIFFERS);
    }
}
