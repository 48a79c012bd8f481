package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Usage;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputBoundTest {

    private static final String TEXT = "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "{\"input\": \"Hi\"}",
            "{\"input\": [{\"type\": \"message\", \"content\": [{\"type\": \"input_text\", \"text\": \"Hi\"}]}]}",
            "{\"tools\": [{\"type\": \"function\", \"parameters\": {\"type\": \"object\"}}], \"input\": \"Hi\"}"})
    void aRequestOfTextHasABound(String body) {
        assertThat(InputBound.of(body)).isEqualTo(OptionalLong.of(2L * body.length() + 200_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"input\": \"Hi\", \"previous_response_id\": \"r\"}",
            "{\"prompt\": {\"id\": \"p\"}, \"input\": \"Hi\"}", "{\"input\": [{\"type\": \"item_reference\"}]}",
            "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}]}",
            "{\"input\": [{\"role\": \"user\", \"content\": [{\"type\": \"input_file\"}]}]}",
            "{\"input\": \"Hi\", \"tools\": [{\"type\": \"web_search\"}]}",
            "{\"messages\": [{\"content\": [{\"type\": \"tool_result\", \"content\": [{\"type\": \"image\"}]}]}]}"})
    void whatRefersToSomethingElseHasNone(String body) {
        assertThat(InputBound.of(body)).isEmpty();
    }

    @Test
    void countsBeyondTheBoundCannotBeRead() {
        Usage usage = UsageReader.read(
                "{\"prompt_tokens\": 90000000, \"prompt_tokens_details\": {\"cached_tokens\": 80000000}}", TEXT);

        assertThat(usage.input()).isEmpty();
        assertThat(usage.cached()).isEmpty();
        assertThat(usage.unreadable()).containsExactly("prompt_tokens 90000000", "cached_tokens 80000000");
    }

    @Test
    void countsThatAreLargeAndMayBeTrueAreRead() {
        assertThat(UsageReader.read("{\"prompt_tokens\": 30000}", TEXT).input()).hasValue(30_000);
        assertThat(UsageReader.read("{\"prompt_tokens\": 900000}", "{\"input\": [{\"type\": \"input_image\"}]}")
                .input()).hasValue(900_000);
    }

    @Test
    void partsOfAnthropicAreBoundedToo() {
        Usage usage = UsageReader.read("{\"input_tokens\": 5, \"cache_read_input_tokens\": 90000000}", TEXT);

        assertThat(usage.input()).isEmpty();
        assertThat(usage.unreadable()).containsExactly("cache_read_input_tokens 90000000");
    }
}
