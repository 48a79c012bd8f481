package dev.cachewright.format.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedCallTest {

    private static final String BODY = "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

    @Test
    void readsWhatARecordingNames() {
        RecordedCall call = RecordedCalls.read("{\"at\": \"2026-11-23T09:41:02Z\", \"endpoint\": "
                + "\"/v1/chat/completions\", \"model\": \"gpt-4o-mini\", \"request\": " + BODY
                + ", \"usage\": {\"prompt_tokens\": 8}}").calls().getFirst();

        assertThat(call.at()).contains(Instant.parse("2026-11-23T09:41:02Z"));
        assertThat(call.prompt().settings().model()).isEqualTo("gpt-4o-mini");
        assertThat(call.prompt().settings().api()).isEqualTo(Api.CHAT);
        assertThat(call.usage().input()).hasValue(8);
    }

    @Test
    void readsBatchLinesAndBareBodies() {
        List<RecordedCall> calls = RecordedCalls.read("{\"custom_id\": \"1\", \"method\": \"POST\", \"url\": "
                + "\"/v1/chat/completions\", \"body\": " + BODY + "}\n\n" + BODY + "\n").calls();

        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.at()).isEmpty();
            assertThat(call.prompt().blocks()).hasSize(1);
            assertThat(call.usage().input()).isEmpty();
        });
    }

    @Test
    void secondsAreATimeToo() {
        assertThat(RecordedCalls.read("{\"at\": 1.5, \"request\": " + BODY + "}").calls().getFirst().at())
                .contains(Instant.ofEpochMilli(1_500));
    }

    @Test
    void faultsNameTheirLine() {
        assertThatThrownBy(() -> RecordedCalls.read(BODY + "\n{\"at\": \"noon\", \"request\": " + BODY + "}"))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e).hasMessageContaining("noon");
                });
        assertThatThrownBy(() -> RecordedCalls.read(BODY + "\n\n{\"request\": ")).isInstanceOfSatisfying(
                InputException.class, e -> assertThat(e.line()).isEqualTo(3));
        assertThatThrownBy(() -> RecordedCalls.read("{\"endpoint\": \"/v1/embeddings\", \"request\": " + BODY + "}"))
                .hasMessageContaining("/v1/embeddings");
    }
}
