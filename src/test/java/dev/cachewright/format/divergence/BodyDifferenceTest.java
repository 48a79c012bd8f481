package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyDifferenceTest {

    private static final String BODY = """
            {"model": "gpt-5.4", "service_tier": "default", "prompt_cache_key": "k", "tool_choice": "auto",
             "reasoning": {"effort": "low"}, "text": {"verbosity": "low", "format": {"type": "text"}},
             "tools": [{"type": "function", "name": "a"}, {"type": "function", "name": "b"}],
             "instructions": "Be brief.", "input": [{"role": "user", "content": "Where is the Outfitter’s parcel?"}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gpt-5.4 | gpt-5.5 | model_changed | /model
            "name": "b" | "name": "c" | tools_changed | /tools/1/name
            "type": "text" | "type": "json" | text_format_changed | /text/format/type
            "effort": "low" | "effort": "high" | reasoning_effort_changed | /reasoning/effort
            "verbosity": "low" | "verbosity": "high" | verbosity_changed | /text/verbosity
            "default" | "flex" | service_tier_changed | /service_tier
            "k" | "l" | prompt_cache_key_changed | /prompt_cache_key
            Be brief. | Be long. | input_changed | /instructions
            "user" | "developer" | input_changed | /input/0/role
            """)
    void eachPartHasItsReason(String before, String after, String reason, String path) {
        BodyDifference difference = BodyDifference.of(BODY, BODY.replace(before, after));

        assertThat(difference.reason()).isEqualTo(reason);
        assertThat(difference.path()).isEqualTo(path);
    }

    @Test
    void namesTheWordsAndTheCharacter() {
        assertThat(BodyDifference.of(BODY, BODY.replace("Outfitter’s", "Outfitters."))).isEqualTo(
                new BodyDifference("input_changed", "/input/0/content", 22, "Outfitter’s", "Outfitters."));
    }

    @Test
    void whatIsNotPartOfThePromptMakesNoDifference() {
        assertThat(BodyDifference.of(BODY, BODY.replace("auto", "required")).isNone()).isTrue();
        assertThat(BodyDifference.of(BODY, BODY).reason()).isEqualTo("identical");
    }

    @Test
    void orderAndAbsenceAreDifferences() {
        String swapped = BODY.replace("{\"type\": \"function\", \"name\": \"a\"}",
                "{\"name\": \"a\", \"type\": \"function\"}");
        assertThat(BodyDifference.of(BODY, swapped).path()).isEqualTo("/tools/0");

        String longer = BODY.replace("parcel?\"}]", "parcel?\"}, {\"role\": \"assistant\", \"content\": \"There\"}]");
        BodyDifference more = BodyDifference.of(BODY, longer);
        assertThat(more.path()).isEqualTo("/input/1");
        assertThat(more.a()).isEmpty();
    }
}
