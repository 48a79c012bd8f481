package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.cli.print.Console;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(CliRun.stream(out), CliRun.stream(err));

    @Test
    void textThatTurnsTheLineAroundDoesNotReachTheTerminal() {
        console.print("a\u202Eb");
        console.say("c\u2066d");
        console.print(JsonNodeFactory.instance.objectNode().put("e", "f\u202Eg"));

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("a\uFFFDb", "{\"e\":\"f\\u202eg\"}");
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("c\uFFFDd");
    }
}
