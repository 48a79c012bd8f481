package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That a request which cannot fit is told of, and one that may fit is not.
class ContextWarningTest {

    @TempDir
    private Path folder;

    @Test
    void countAndForecastSayThatARequestDoesNotFit() throws IOException {
        String prompt = prompt(" word".repeat(200_001));

        assertThat(CliRun.of("count", prompt, "--model", "gpt-4o").err())
                .isEqualTo("warning: 200,009 tokens do not fit: gpt-4o takes 128,000\n");
        assertThat(CliRun.of("forecast", prompt, "--model", "gpt-4o", "--calls", "3").err())
                .isEqualTo("warning: 200,009 tokens do not fit: gpt-4o takes 128,000\n");
    }

    @Test
    void anEstimateThatIsSureNotToFitIsToldWithItsLeast() throws IOException {
        assertThat(CliRun.of("count", prompt(" word".repeat(260_000)), "--model", "claude-haiku-4-5").err())
                .matches("warning: at least 25\\d,\\d{3} tokens do not fit: claude-haiku-4-5 takes 200,000\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.4", "claude-sonnet-4-6", "claude-haiku-4-5", "no-such-model"})
    void nothingIsSaidOfWhatMayFit(String model) throws IOException {
        assertThat(CliRun.of("count", prompt(" word".repeat(200_001)), "--model", model).err())
                .doesNotContain("do not fit");
    }

    private String prompt(String text) throws IOException {
        return Files.writeString(folder.resolve("long.prompt"), "{{role \"user\"}}\n" + text + "\n").toString();
    }
}
