package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

    @TempDir
    private Path folder;

    @Test
    void theRequestOfARowIsWrittenAsCode() {
        CliRun run = CliRun.of("export", PROMPT, "--as", "python", "--row", "2");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("# pip install openai\n").contains("Can I return it, please?")
                .doesNotContain("{{");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("again.sh"), CliRun.of("export", PROMPT, "--as", "curl").out());

        assertThat(CliRun.of("count", file.toString(), "--json").json().get("tokens"))
                .isEqualTo(CliRun.of("count", PROMPT, "--json").json().get("tokens"));
    }

    @Test
    void thePromptIsWrittenWithItsVariablesAndRows() throws IOException {
        Path file = Files.writeString(folder.resolve("support.promptfooconfig.yaml"),
                CliRun.of("export", PROMPT, "--as", "promptfoo").out());

        for (int row = 1; row <= 2; row++) {
            assertThat(CliRun.of("count", file.toString(), "--json", "--row", "" + row).json().get("tokens"))
                    .isEqualTo(CliRun.of("count", PROMPT, "--json", "--row", "" + row).json().get("tokens"));
        }
    }

    @Test
    void anotherServerIsNamed() {
        assertThat(CliRun.of("export", PROMPT, "--as", "javascript", "--base-url", "http://127.0.0.1:1/v1").out())
                .contains("new OpenAI({ baseURL: \"http://127.0.0.1:1/v1\", apiKey: \"none\" })");
        assertThat(CliRun.of("export", PROMPT, "--as", "curl", "--base-url", "http://127.0.0.1:1/v1", "--send-key")
                .out()).contains("Bearer $API_KEY");
    }

    @Test
    void jsonHoldsTheTextAndTheNotes() throws IOException {
        Path file = Files.writeString(folder.resolve("a.prompt"), """
                ---
                model: gpt-5.6-sol
                ---
                {{role "system"}}
                {{! @block id=policy kind=static break=true }}
                Be kind.
                """);
        CliRun run = CliRun.of("export", file.toString(), "--as", "prompty", "--json");

        assertThat(run.json().get("notes")).isEqualTo(
                RawJson.value(List.of("The breakpoints are not in it: Prompty has no form for them.")));
        assertThat(run.json().get("form").asText()).isEqualTo("prompty");
        assertThat(run.json().get("text").asText()).startsWith("---\nname: \"a\"\n");
    }

    @Test
    void whatCannotBeExportedIsSaid() throws IOException {
        assertThat(CliRun.of("export", PROMPT, "--as", "xml")).isEqualTo(new CliRun(2, "", "Unknown form \"xml\": --as "
                + "takes curl, python, javascript, java, prompty, promptfoo\n"));
        assertThat(CliRun.of("export", PROMPT, "--as", "curl", "--row", "99").err()).startsWith("There is no row 99");
        Path file = Files.writeString(folder.resolve("a.prompt"), "{{role \"user\"}}\n{{#if a}}b{{/if}}\n");
        assertThat(CliRun.of("export", file.toString(), "--as", "promptfoo").err())
                .contains("holds {{#if a}}, which cannot be exported");
    }
}
