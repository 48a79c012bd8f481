package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cli.Cli;
import dev.cachewright.cli.key.CliKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRehearsalTest {

    private static final String SAMPLE = "src/main/resources/samples/claude-review.prompt";

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... files) {
        try (var core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()))) {
            var cli = new Cli(core.cliParts(_ -> {
            }), new CliKeys(core::keys, _ -> Optional.empty()), core.reports()::report);
            return CommandRehearsal.run(cli, List.of(files), new PrintStream(out, true, StandardCharsets.UTF_8));
        }
    }

    @Test
    void eachCommandIsRunOnEachFile() {
        assertThat(run(SAMPLE, SAMPLE)).isZero();
        assertThat(out).hasToString("commands: 20 run" + System.lineSeparator());
    }

    @Test
    void aCommandThatCannotUseItsFileFailsIt() throws IOException {
        Path bad = Files.writeString(home.resolve("bad.prompt"), "---\nmodel: [\n---\n");

        assertThat(run(SAMPLE, bad.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("count " + bad + ": failed");
    }
}
