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
        RecordedCall call = RecordedCall.readAll("{\"at\": \"2026-11-23T09:41:02Z\", \"endpoint\": "
                + "\"/v1/chat/completions\", \"model\": \"gpt-4o-mini\", \"request\": " + BODY
                + ", \"usage\": {\"prompt_tokens\": 8}}").calls().getFirst();

        assertThat(call.at()).contains(Instant.parse("2026-11-23T09:41:02Z"));
        assertThat(call.prompt().settings().model()).isEqualTo("gpt-4o-mini");
        assertThat(call.prompt().settings().api()).isEqualTo(Api.CHAT);
        assertThat(call.usage().input()).hasValue(8);
    }

    @Test
    void readsBatchLinesAndBareBodies() {
        List<RecordedCall> calls = RecordedCall.readAll("{\"custom_id\": \"1\", \"method\": \"POST\", \"url\": "
                + "\"/v1/chat/completions\", \"body\": " + BODY + "}\n\n" + BODY + "\n").calls();

        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.at()).isEmpty();
            assertThat(call.prompt().blocks()).hasSize(1);
            assertThat(call.usage().input()).isEmpty();
        });
    }

    @Test
    void secondsAreATimeToo() {
        assertThat(RecordedCall.readAll("{\"at\": 1.5, \"request\": " + BODY + "}").calls().getFirst().at())
                .contains(Instant.ofEpochMilli(1_500));
    }

    @Test
    void faultsNameTheirLine() {
        assertThatThrownBy(() -> RecordedCall.readAll(BODY + "\n{\"at\": \"noon\", \"request\": " + BODY + "}"))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e).hasMessageContaining("noon");
                });
        assertThatThrownBy(() -> RecordedCall.readAll(BODY + "\n\n{\"request\": ")).isInstanceOfSatisfying(
                InputException.class, e -> assertThat(e.line()).isEqualTo(3));
        assertThatThrownBy(() -> RecordedCall.readAll("{\"endpoint\": \"/v1/embeddings\", \"request\": " + BODY + "}"))
                .hasMessageContaining("/v1/embeddings");
    }

    @Test
    void linesOfOtherEndpointsArePassedOverAndTold() {
        String embeddings = "{\"endpoint\": \"/v1/embeddings\", \"request\": {\"input\": \"a\"}}";

        Recording recording = RecordedCall.readAll(embeddings + "\n" + BODY + "\n{\"endpoint\": "
                + "\"/v1/chat/completions?api-version=1\", \"request\": " + BODY + "}");

        assertThat(recording.calls()).hasSize(2);
        assertThat(recording.unread()).containsExactly(new Recording.Unread(1, "/v1/embeddings"));
    }

    @Test
    void theAddressOfConverseNamesTheModel() {
        RecordedCall call = RecordedCall
                .readAll("{\"endpoint\": \"/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0"
                        + "/converse-stream\", \"model\": \"/model/x/converse\", \"request\": {\"messages\": [{\"role\": \"user\", "
                        + "\"content\": [{\"text\": \"Hi\"}]}]}, \"usage\": {\"inputTokens\": 8, \"cacheReadInputTokens\": 0, "
                        + "\"cacheWriteInputTokens\": 1700, \"outputTokens\": 4}}")
                .calls().getFirst();

        assertThat(call.prompt().settings().model()).isEqualTo("us.anthropic.claude-sonnet-4-5-20250929-v1:0");
        assertThat(call.prompt().settings().api()).isEqualTo(Api.MESSAGES);
        assertThat(call.usage().input()).hasValue(1_708);
        assertThat(call.usage().written()).hasValue(1_700);
        assertThat(call.usage().output()).hasValue(4);
    }
}
