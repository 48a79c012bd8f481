package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.LocalSimulator;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.print.ToReader;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.MemorySessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Arguments and files that cannot be used: one line, status 2, nothing written.
class UnusableTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Stream.of("count", "count missing.prompt", "count PROMPT --row 4", "count PROMPT --row 0",
                "count PROMPT --row x", "count PROMPT --wrong", "cuont PROMPT", "--wrong", "run",
                "run PROMPT --calls 0",
                "run PROMPT --concurrency 0", "run PROMPT --every 5",
                "run PROMPT --api grpc", "run PROMPT --profile Nowhere", "run PROMPT --profile OpenAI",
                "run PROMPT --profile Simulator --base-url http://localhost/v1", "run PROMPT --base-url localhost",
                "run PROMPT --values missing.csv", "serve --rules tarot", "serve --port 70000", "serve --port x",
                "models x");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isToldInOneLine(String line) {
        CliRun run = CliRun.of(line.replace("PROMPT", PROMPT).split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().isNotBlank().doesNotContain("Exception",
                "dev.cachewright", "java.");
    }

    @Test
    void fileLineAndColumnAreNamed() throws IOException {
        Path prompt = folder.resolve("broken.prompt");
        Files.writeString(prompt, "---\nmodel: gpt-4o\n---\nHello\n  {{#if}");

        assertThat(CliRun.of("count", prompt.toString(), "--json").err()).startsWith(prompt + ":5:3: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                                  | :1:1: This JSON is not a request body: it has neither "messages" nor "input"
            [1]                                   | :1:1: This JSON is not a request body: it has neither "messages" nor "input"
            "Hello"                               | :1:1: This JSON is not a request body: it has neither "messages" nor "input"
            [[                                    | :1:3: This is not valid JSON: The text ends before the list is closed
            {"messages":[{"role":null,"content":"x"}]} | :1:14: This message has no role: give it one, such as "user"
            {"input":[{"content":"x"}]}           | :1:11: This message has no role: give it one, such as "user"
            """)
    void jsonThatIsNoRequestIsRefused(String json, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("body.json"), json);

        CliRun run = CliRun.of("count", file.toString(), "--model", "gpt-5.4");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(file + message);
    }

    @Test
    void aMissingFileIsNamedWithThePromptThatNamesIt() throws IOException {
        Path prompt = Files.writeString(folder.resolve("my.prompt"), "---\ncachewright.values: rows.csv\n---\nHi");

        assertThat(CliRun.of("count", prompt.toString()).err()).startsWith(folder.resolve("rows.csv")
                + ": There is no such file; cachewright.values in my.prompt names it");
    }

    @Test
    void aFileWhoseNameBeginsWithAnAtSignIsAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret words");

        assertThat(CliRun.of("count", "@" + secret).err()).contains("There is no such file")
                .doesNotContain("words");
    }

    @Test
    void outputThatCannotBeWrittenIsNoSuccess() {
        var err = new ByteArrayOutputStream();
        try (var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS)) {
            int status = new Cli(CliRun.parts(simulator), CliRun.NO_KEYS, problem -> "nowhere").run(
                    new String[]{"count", PROMPT}, full(), CliRun.stream(err));

            assertThat(status).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written in full");
        }
    }

    @Test
    void outputThatNobodyReadsToItsEndIsNoFault() {
        var err = new ByteArrayOutputStream();
        try (var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS)) {
            int status = new Cli(CliRun.parts(simulator), CliRun.NO_KEYS, problem -> "nowhere").run(
                    new String[]{"count", PROMPT}, new ToReader(new OutputStream() {

                        @Override
                        public void write(int one) throws IOException {
                            throw new IOException("Broken pipe");
                        }
                    }), CliRun.stream(err));

            assertThat(status).isZero();
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }

    /// Nobody reads what the calls would cost, as in `run … | head -1`.
    @Test
    void aRunWhoseOutputIsClosedMakesNoMoreCalls() {
        var kept = new MemorySessions();
        try (var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS)) {
            CliParts usual = CliRun.parts(simulator);
            var parts = usual.withSessions(() -> kept);

            int status = new Cli(parts, CliRun.NO_KEYS, problem -> "nowhere").run(
                    new String[]{"run", PROMPT, "--calls", "50"},
                    full(), CliRun.stream(new ByteArrayOutputStream()));

            assertThat(status).isEqualTo(1);
            assertThat(kept.appended()).hasSize(1);
        }
    }

    private static PrintStream full() {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
    }

    /// An escape sequence could rename the terminal's window, or more.
    @Test
    void controlCharactersOfAFileDoNotReachTheTerminal() throws IOException {
        Path prompt = Files.writeString(folder.resolve("a.prompt"),
                "---\nmodel: \"\\e]0;owned\\a\"\n---\n{{role \"user\"}}\nHi");

        CliRun run = CliRun.of("count", prompt.toString());

        assertThat(run.out() + run.err()).contains("owned").doesNotContain("\u001B", "\u0007");
    }

    @Test
    void filesOutsideThePromptsFolderWantAWordOfTheUser() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "name\nthe secret words\n");
        Path prompt = Files.writeString(Files.createDirectory(folder.resolve("prompts")).resolve("a.prompt"),
                "---\nmodel: gpt-5.4\ncachewright.values: ../secret.csv\n---\nHi {{name}}");

        for (String command : List.of("count", "forecast", "run", "diff")) {
            List<String> arguments = new ArrayList<>(List.of(command, prompt.toString()));
            if (command.equals("diff")) {
                arguments.add(prompt.toString());
            }
            CliRun refused = CliRun.of(arguments.toArray(String[]::new));
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains(secret.toString(), "--allow-outside");
            arguments.add("--allow-outside");
            assertThat(CliRun.of(arguments.toArray(String[]::new)).status()).as(command).isZero();
        }
    }
}
