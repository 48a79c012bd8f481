package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Thinking that is kept in a conversation is bound to what stands before it.
class BoundThinkingTest {

    private static final String REFUSED = "refused with 400, or dropped: the thinking in assistant";

    @TempDir
    private Path folder;

    private static String body(String model, String day, String question) {
        return """
                {"model": "%s", "max_tokens": 99, "system": "You are a helper. Today is %s.", "messages": [
                  {"role": "user", "content": "Why is the sky blue?"},
                  {"role": "assistant", "content": [
                    {"type": "thinking", "thinking": "Light scatters.", "signature": "EqQBCgIYAg"},
                    {"type": "text", "text": "It scatters."}]},
                  {"role": "user", "content": "%s"}]}""".formatted(model, day, question).replace("\n", "");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @ParameterizedTest
    @CsvSource({"claude-opus-5-5, Monday, Tuesday, true", "claude-fable-5-2, Monday, Tuesday, true",
            "claude-haiku-5-5, Monday, Monday, false", "claude-sonnet-4-6, Monday, Tuesday, false"})
    void replayAndDiffNameThinkingWhoseBeginningChanged(String model, String before, String now, boolean isRefused)
            throws IOException {
        String first = body(model, before, "And red?");
        String second = body(model, now, "And green?");

        CliRun replay = CliRun.of("replay", file("calls.jsonl", first + "\n" + second + "\n"));
        CliRun diff = CliRun.of("diff", file("a.json", first), file("b.json", second));

        assertThat(replay.err().contains("warning: call 2: " + REFUSED)).isEqualTo(isRefused);
        assertThat(diff.err().contains("b.json is " + REFUSED)).isEqualTo(isRefused);
    }

    @Test
    void whatWasAnsweredWasNotRefused() throws IOException {
        String lines = "{\"request\": " + body("claude-opus-5-5", "Monday", "A?") + "}\n{\"request\": "
                + body("claude-opus-5-5", "Tuesday", "B?")
                + ", \"usage\": {\"input_tokens\": 70, \"cache_read_input_tokens\": 0}}\n";

        assertThat(CliRun.of("replay", file("calls.jsonl", lines)).err()).doesNotContain(REFUSED);
    }

    @Test
    void aForecastOverRowsNamesTheFirstRowThatIsRefused() throws IOException {
        file("days.csv", "day\nMonday\nMonday\nTuesday\n");
        String prompt = """
                ---
                model: claude-opus-5-5
                cachewright.api: messages
                cachewright.values: days.csv
                ---
                {{role "system"}}
                Today is {{day}}.
                {{role "user"}}
                Why is the sky blue?
                {{role "model"}}
                {{! @block id=thought form=item }}
                {"role": "assistant", "content": [{"type": "thinking", "thinking": "Light.", "signature": "Eq"}]}
                {{role "user"}}
                And red?
                """;

        CliRun run = CliRun.of("forecast", file("sky.prompt", prompt));

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("warning: row 3 is refused with 400, or dropped: the thinking in thought");
    }
}
