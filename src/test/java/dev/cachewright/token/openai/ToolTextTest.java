package dev.cachewright.token.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.token.part.ServerJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Details of functions, and which of them the recordings prove.
class ToolTextTest {

    @Test
    void aTypeOrNullIsProven() {
        ToolText text = withAge("\"type\": [\"integer\", \"null\"]");

        assertThat(text.text()).isEqualTo("type f = (_: { age?: number | null }) => any;\n\n");
        assertThat(text.unproven()).isZero();
    }

    @Test
    void limitsAreALineBeforeTheTypeTheyLimit() {
        ToolText text = withAge("\"type\": [\"integer\", \"null\"], \"minimum\": 0, \"maximum\": 255");

        assertThat(text.text()).isEqualTo("""
                type f = (_: {
                age?:
                // minimum: 0, maximum: 255
                 | number
                 | null
                ,
                }) => any;

                """);
        assertThat(text.unproven()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `"type": "number", "format": "double"`            | 1
            `"anyOf": [{"type": "string"}, {"type": "null"}]` | 1
            `"type": "object"`                                | 1
            `"const": 3`                                      | 1
            `"type": ["array", "null"], "items": {}`          | 2
            `"type": "string"`                                | 0
            """, delimiter = '|')
    void eachDetailThatNoRecordingShowsCountsOnce(String schema, int unproven) {
        assertThat(withAge(schema).unproven()).isEqualTo(unproven);
    }

    @Test
    void theFormatOfANumberIsLeftOut() {
        assertThat(withAge("\"type\": \"number\", \"format\": \"double\"").text())
                .isEqualTo(withAge("\"type\": \"number\"").text());
    }

    private static ToolText withAge(String schema) {
        return ToolText.of(List.of(ServerJson.read("{\"name\": \"f\", \"parameters\": {\"type\": \"object\", "
                + "\"properties\": {\"age\": {" + schema + "}}}}").orElseThrow()));
    }
}
