package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cli.argument.CliParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {

    @TempDir
    private Path home;
    private final List<String> warnings = new ArrayList<>();

    private CliParts parts(Core core) {
        return core.cliParts(warnings::add);
    }

    @Test
    void withoutAFileNothingIsSaid() {
        try (var core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()))) {
            assertThat(parts(core).analyst().get().destination("claude-sonnet-4-6").correction().typical())
                    .isEqualTo(1.06);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void theCommandLineIsToldOnceWhatIsLeftOut() throws IOException {
        Path file = home.resolve("config/calibration.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"corrections": {
                  "claude-sonnet-4-6": {"low": 1.1, "typical": 1.12, "high": 1.14},
                  "claude-opus-4-8": {"low": -1, "typical": 1.12, "high": 1.14}}}""");

        try (var core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()))) {
            CliParts parts = parts(core);
            assertThat(parts.analyst().get().destination("claude-sonnet-4-6").correction().typical()).isEqualTo(1.12);
            assertThat(parts.analyst().get().destination("claude-opus-4-8").correction().typical()).isEqualTo(1.38);
        }
        assertThat(warnings).containsExactly("warning: " + file + ":3:3: \"claude-opus-4-8\" is left out: "
                + "a correction needs \"low\", a number above 0 and up to 20");
    }

    @Test
    void rowsOfTheUsersOwnAreUsedAndWhatIsWrongInBothFilesIsToldOnce() throws IOException {
        Path config = Files.createDirectories(home.resolve("config"));
        Files.writeString(config.resolve("models.json"), """
                {"models": [{"id": "gpt-9", "rules": "openai-classic", "minCacheable": 256},
                  {"id": "gpt-8"}],
                 "deployments": {"my-azure": "gpt-9"}}""");
        Files.writeString(config.resolve("calibration.json"), "[]");

        try (var core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()))) {
            CliParts parts = parts(core);
            assertThat(parts.analyst().get().catalog().find("my-azure").orElseThrow().cache().minimum()).isEqualTo(256);
            parts.analyst().get();
            assertThat(core.fileProblems()).hasSize(2);
        }
        assertThat(warnings).hasSize(2).satisfiesExactly(
                first -> assertThat(first).startsWith("warning: " + config.resolve("models.json")
                        + ":2:3: \"gpt-8\" is left out: it needs \"rules\""),
                second -> assertThat(second).startsWith("warning: " + config.resolve("calibration.json") + ":1:1: "));
    }
}
