package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.traffic.PlantedTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverCommandTest {

    @TempDir
    private Path folder;

    private String planted(int families, int calls) throws IOException {
        var text = new StringBuilder();
        new PlantedTraffic(9, families, 8_000).write(calls, line -> text.append(line.json()).append('\n'));
        return Files.writeString(folder.resolve("calls.jsonl"), text).toString();
    }

    private Path out() {
        return folder.resolve("prompts");
    }

    @Test
    void aFamilyBecomesAPromptThatForecastReads() throws IOException {
        CliRun run = CliRun.of("recover", planted(1, 12), "--out", out().toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).matches("you-are-the-[a-z-]+\\.prompt: 12 calls, 3 variables, [0-9,]+ static tokens of "
                + "[0-9,]+, all exact\n");

        Path prompt = out().resolve(run.out().substring(0, run.out().indexOf(':')));
        JsonNode forecast = CliRun.of("forecast", prompt.toString(), "--json").json();
        assertThat(forecast.get("calls")).hasSize(12);
    }

    @Test
    void theDocumentHasFilesVariablesAndTokens() throws IOException {
        JsonNode json = CliRun.of("recover", planted(3, 60), "--out", out().toString(), "--json").json();

        assertThat(json.get("prompts")).hasSize(3);
        assertThat(json.findValuesAsText("family")).containsExactly("1", "2", "3");
        assertThat(json.at("/prompts/0/calls").asInt() + json.at("/prompts/1/calls").asInt()
                + json.at("/prompts/2/calls").asInt()).isEqualTo(60);
        assertThat(json.at("/prompts/0/variables")).isNotEmpty();
        assertThat(json.at("/prompts/0/staticTokens").asInt()).isLessThan(json.at("/prompts/0/tokens").asInt());
        assertThat(json.get("leftOut")).isEmpty();
        try (var files = Files.list(out())) {
            assertThat(files.filter(file -> file.toString().endsWith(".tools.json"))).hasSize(2);
        }
    }

    @Test
    void oneFamilyCanBeAskedFor() throws IOException {
        String log = planted(4, 80);
        JsonNode json = CliRun.of("recover", log, "--out", out().toString(), "--family", "4", "--json").json();
        assertThat(json.get("prompts")).hasSize(1);
        assertThat(json.at("/prompts/0/family").asInt()).isEqualTo(4);

        CliRun none = CliRun.of("recover", log, "--out", out().toString(), "--family", "99");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).isEqualTo("There is no family 99 of two calls or more in these logs\n");
    }

    @Test
    void filesThatAreThereAreKeptUnlessForced() throws IOException {
        String log = planted(1, 6);
        assertThat(CliRun.of("recover", log, "--out", out().toString()).status()).isZero();

        CliRun again = CliRun.of("recover", log, "--out", out().toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("this file is there already: give --force");
        assertThat(CliRun.of("recover", planted(1, 7), "--out", out().toString(), "--force").out()).contains("7 calls");
    }

    @Test
    void whatCouldNotBeReadIsSaid() throws IOException {
        String log = planted(1, 6);
        Files.writeString(Path.of(log), Files.readString(Path.of(log)) + "{\"model\": \"gpt");

        CliRun run = CliRun.of("recover", log, "--out", out().toString());
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("note: not read: 1 × cut off, first " + log + ":7\n");
        JsonNode json = CliRun.of("recover", log, "--out", out().toString(), "--force", "--json").json();
        assertThat(json.at("/unread/reasons/cut off").asInt()).isEqualTo(1);
    }

    @Test
    void standardInputIsRefusedSinceLogsAreReadTwice() {
        CliRun run = CliRun.of("recover", "-", "--out", out().toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(
                "Standard input can be read once, and logs are read twice: write it to a file, and give that\n");
        assertThat(out()).doesNotExist();
    }

    @Test
    void logsWithoutRequestsAreRefusedAndNothingIsWritten() throws IOException {
        String log = Files.writeString(folder.resolve("notes.txt"), "nothing to see\n").toString();
        CliRun run = CliRun.of("recover", log, "--out", out().toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("There is no family of two calls or more with their requests");
        assertThat(out()).doesNotExist();
    }

    @Test
    void toolsThatDifferFromCallToCallAreSaidByAllThatForecasts() throws IOException {
        CliRun recovered = CliRun.of("recover", planted(3, 60), "--out", out().toString());
        String said = recovered.err().lines().filter(line -> line.endsWith("no forecast knows of those: tools"))
                .findFirst().orElseThrow();

        String prompt = out().resolve(said.substring("note: ".length(), said.indexOf(": The prompt"))).toString();
        String note = "note: The recorded calls differ in tools, which none of these figures takes into account";
        assertThat(CliRun.of("forecast", prompt).err()).contains(note);
        assertThat(CliRun.of("advise", prompt).err()).contains(note);
    }
}
