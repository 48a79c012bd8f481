package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.format.record.SessionLines;
import dev.cachewright.session.Call;
import dev.cachewright.session.MemorySessions;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsCommandTest {

    private static final String FIRST = "2026-11-23T09-00-00-000";
    private static final String SECOND = "2026-11-24T09-00-00-000";

    @TempDir
    private Path folder;

    private final MemorySessions store = new MemorySessions();

    @BeforeEach
    void keepTwo() throws IOException {
        keep(FIRST, "before the edit", SampleCalls.twelve().calls());
        keep(SECOND, "", SampleCalls.warm(3).calls());
    }

    private void keep(String id, String name, List<Call> calls) throws IOException {
        for (Call call : calls) {
            store.append(new Session(id, name, new PromptSource("support.prompt", "/work/support.prompt"), List.of()),
                    call, SampleCalls.EXCHANGE);
        }
    }

    private CliRun run(String... arguments) {
        return CliRun.keeping(() -> store, arguments);
    }

    @Test
    void sessionsAreListedWithWhatIsKnownOfThem() {
        CliRun run = run("sessions");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).hasSize(3).first().asString().startsWith("id ").contains("hit rate");
        assertThat(run.out()).contains(FIRST, SECOND, "before the edit", "support.prompt", "gpt-5.4");
    }

    @Test
    void jsonHasTheFieldsThatStay() {
        JsonNode sessions = run("sessions", "--json").json().get("sessions");

        assertThat(sessions).hasSize(2).anySatisfy(session -> {
            assertThat(session.get("id").asText()).isEqualTo(FIRST);
            assertThat(session.get("name").asText()).isEqualTo("before the edit");
            assertThat(session.get("promptFile").asText()).isEqualTo("/work/support.prompt");
            assertThat(session.get("calls").asInt()).isEqualTo(12);
            assertThat(session.get("hitRate").asDouble()).isBetween(0.6, 0.8);
            assertThat(session.get("isOpen").asBoolean()).isFalse();
        });
    }

    @Test
    void nothingKeptIsSaid() {
        assertThat(CliRun.keeping(MemorySessions::new, "sessions").out()).isEqualTo("There are no sessions yet\n");
    }

    @Test
    void aSessionIsWrittenAsReplayReadsIt() throws IOException {
        Path file = folder.resolve("a.jsonl");

        CliRun run = run("sessions", "export", FIRST, "--out", file.toString());

        assertThat(run.out()).isEqualTo("12 calls written to " + file + "\n");
        assertThat(Files.readAllLines(file)).map(line -> SessionLines.read(line).call())
                .isEqualTo(SampleCalls.twelve().calls());
        // The last call has failed.
        assertThat(CliRun.of("replay", file.toString(), "--json").json().get("calls")).hasSize(11);
    }

    @Test
    void theEndingOrTheFormSaysWhatIsWritten() throws IOException {
        Path csv = folder.resolve("a.csv");
        Path other = folder.resolve("a.txt");

        run("sessions", "export", SECOND, "--out", csv.toString());
        run("sessions", "export", SECOND, "--out", other.toString(), "--form", "CSV");

        assertThat(csv).content().startsWith("number,time,model,").hasLineCount(4);
        assertThat(other).hasSameTextualContentAs(csv);
        Path page = folder.resolve("a.html");
        run("sessions", "export", SECOND, "--out", page.toString());
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("<h1>support.prompt</h1>");
    }

    @Test
    void withoutAFileItGoesToStandardOutput() {
        assertThat(run("sessions", "export", "2026-11-24", "--form", "csv").out().lines()).hasSize(4);
        assertThat(run("sessions", "export", "2026-11-24").out().lines()).hasSize(3).allMatch(
                line -> line.startsWith("{"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "sessions export 2025 | There is no session \"2025\": cachewright sessions lists those that there are",
            "sessions export 2026 | 2 sessions begin with \"2026\": give more of the id",
            "sessions export 2026-11-24 --form pdf | Unknown form \"pdf\": --form takes ",
            "sessions export 2026-11-24 --out a.txt | The ending of a.txt does not say what is written: give --form",
            "sessions export | Missing"})
    void whatCannotBeUsedIsOneLine(String command, String words) {
        CliRun run = run(command.split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err().lines()).hasSize(1).first().asString().containsIgnoringCase(words);
    }
}
