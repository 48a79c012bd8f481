package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.format.family.ClockTraffic;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.store.FileProblem;
import dev.cachewright.token.SharedTokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReadingTest {

    private static final String REQUEST = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},"
            + "{\"role\":\"assistant\",\"content\":\"Hi\"},{\"role\":\"user\",\"content\":\"Why?\"}]}";
    private static final String CALL = "{\"request\":" + REQUEST + ",\"usage\":{\"prompt_tokens\":20}}";
    private static final String ENTRY = """
            {"startedDateTime":"2026-11-02T08:00:00Z","time":900,"request":{"method":"POST",\
            "url":"https://api.openai.com/v1/chat/completions","headers":[],"postData":{"mimeType":"application/json",\
            "text":"{\\"model\\":\\"gpt-4o\\",\\"messages\\":[{\\"role\\":\\"user\\",\\"content\\":\\"Hi\\"}]}"}},\
            "response":{"status":200,"content":{"mimeType":"application/json","text":\
            "{\\"usage\\":{\\"prompt_tokens\\":20,\\"completion_tokens\\":1}}"}}}""";

    @TempDir
    private Path folder;
    private final LogReading logs = new LogReading(ClockTraffic.ANALYST, SharedTokenizers.ALL);

    private boolean holdsTwo(String name, String text) throws IOException {
        return logs.holdsCalls(Files.writeString(folder.resolve(name), text), 2);
    }

    @Test
    void severalCallsAreALogAndOneRequestIsNone() throws IOException {
        assertThat(holdsTwo("request.json", REQUEST)).isFalse();
        assertThat(holdsTwo("call.json", "[" + CALL + "]")).isFalse();
        assertThat(holdsTwo("calls.json", "[" + CALL + "," + CALL + "]")).isTrue();
        assertThat(holdsTwo("one.har", "{\"log\":{\"version\":\"1.2\",\"entries\":[" + ENTRY + "]}}")).isFalse();
        assertThat(holdsTwo("two.har", "{\"log\":{\"version\":\"1.2\",\"entries\":[" + ENTRY + "," + ENTRY + "]}}"))
                .isTrue();
    }

    @Test
    void theFamilyOfANumberIsReadAgain() throws IOException {
        List<Path> log = List.of(Files.writeString(folder.resolve("clock.jsonl"), ClockTraffic.calls(5, Duration
                .ofSeconds(20))));

        assertThat(logs.family(log, 1, LogProgress.none())).hasValueSatisfying(calls -> assertThat(calls.calls())
                .hasSize(5));
        assertThat(logs.family(log, 2, LogProgress.none())).isEmpty();
        assertThatThrownBy(() -> logs.family(List.of(folder.resolve("gone.jsonl")), 1, LogProgress.none()))
                .isInstanceOf(FileProblem.class);
    }
}
