package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of other programs on the command line: read as what they are, and what is left out is said beside the result.
class ForeignFileTest {

    private static final String BODY = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"system\",\"content\":\"You lend tools.\"},"
            + "{\"role\":\"user\",\"content\":\"Is the saw there?\"}]}";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode count(Path file, String... others) {
        String[] arguments = new String[others.length + 3];
        arguments[0] = "count";
        arguments[1] = file.toString();
        arguments[2] = "--json";
        System.arraycopy(others, 0, arguments, 3, others.length);
        CliRun run = CliRun.of(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return RawJson.tree(run.out());
    }

    @Test
    void theSameChatCountsTheSameInEveryForm() throws IOException {
        JsonNode wanted = count(write("body.json", BODY));

        assertThat(count(write("a.curl", "curl https://h/v1/chat/completions -d '" + BODY + "'"))).isEqualTo(wanted);
        assertThat(count(write("a.http", "POST https://h/v1/chat/completions\n\n" + BODY))).isEqualTo(wanted);
        assertThat(count(write("batch.json", "{\"custom_id\":\"a\",\"body\":" + BODY + "}"))).isEqualTo(wanted);
        assertThat(count(write("a.prompty",
                "---\nmodel: gpt-4o\n---\nsystem:\nYou lend tools.\n\nuser:\nIs the {{tool}} "
                        + "there?\n"),
                "--values", write("v.csv", "tool\nsaw\n").toString()).path("tokens"))
                .isEqualTo(wanted.path("tokens"));
        JsonNode messages = RawJson.tree(BODY).path("messages");
        assertThat(count(write("list.json", messages.toString()), "--model", "gpt-4o")).isEqualTo(wanted);
    }

    @Test
    void whatAFileWasTakenForIsSaidBesideTheResult() throws IOException {
        Path file = write("a.curl",
                "curl https://h/v1/chat/completions -H 'Authorization: Bearer k' -d '" + BODY + "'");

        assertThat(CliRun.of("count", file.toString(), "--json").err()).isEqualTo("note: " + file
                + ": Taken from a command of curl to /v1/chat/completions: its body; headers, keys and other options "
                + "are left out.\n");
        assertThat(CliRun.of("forecast", file.toString(), "--json").err()).startsWith("note: ");
        assertThat(CliRun.of("diff", file.toString(), write("b.json", BODY).toString(), "--json")).satisfies(run -> {
            assertThat(run.err()).startsWith("note: " + file).hasLineCount(1);
            assertThat(RawJson.tree(run.out()).path("reason").asText()).isEqualTo("identical");
        });
    }

    /// Whatever is said of `replay` is what it does.
    @ParameterizedTest
    @ValueSource(strings = {"{\"request\": %s, \"usage\": {\"prompt_tokens\": 20}}",
            "{\"custom_id\": \"a\", \"method\": \"POST\", \"url\": \"/v1/chat/completions\", \"body\": %s}",
            "{\"request_body\": %s, \"response_body\": {\"usage\": {\"prompt_tokens\": 20}}}",
            "{\"request\": {\"method\": \"POST\", \"url\": \"/v1/chat/completions\", \"body\": %s}, \"response\": {}}",
            "{\"proxy_server_request\": %s, \"spend\": 0.1, \"call_type\": \"completion\", \"response\": {}}",
            "{\"call_type\": \"completion\", \"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"a\"}], "
                    + "\"response\": {\"usage\": {\"prompt_tokens\": 8}}}",
            "{\"call_type\": \"completion\", \"spend\": 0.1, \"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", "
                    + "\"content\": \"a\"}], \"response\": {}}",
            "{\"traceId\": \"t\", \"type\": \"GENERATION\", \"model\": \"gpt-4o\", \"input\": [{\"role\": \"user\", "
                    + "\"content\": \"a\"}], \"usageDetails\": {\"input\": 8}}"})
    void replayIsNamedWhereItTakesTheLine(String line) throws IOException {
        Path call = write("call.json", line.formatted(BODY));

        CliRun count = CliRun.of("count", call.toString());

        assertThat(count.status()).as(count.err()).isZero();
        assertThat(count.err().contains("cachewright replay takes"))
                .isEqualTo(CliRun.of("replay", call.toString()).status() == 0);
    }

    @Test
    void ofARequestBodyNothingIsSaid() throws IOException {
        assertThat(CliRun.of("count", write("body.json", BODY).toString()).err()).isEmpty();
    }

    @Test
    void aStoredPromptIsCountedAsTheLeastItCanBe() throws IOException {
        CliRun alone = CliRun.of("count", write("a.json", "{\"model\": \"gpt-5.1\", \"prompt\": {\"id\": \"pmpt_1\"}}")
                .toString());
        CliRun both = CliRun.of("count", write("b.json",
                "{\"model\": \"gpt-5.1\", \"prompt\": {\"id\": \"pmpt_1\"}, \"input\": \"Can I return it?\"}")
                .toString());

        assertThat(alone.status()).isZero();
        assertThat(alone.out()).contains("at least");
        assertThat(both.out()).contains("at least 11 tokens");
        assertThat(both.err()).contains("pmpt_1 is stored at OpenAI, which adds its text");
    }

    @Test
    void whatIsRefusedLeavesNothingOnStandardOutput() throws IOException {
        Path file = write("e.json", "{\"model\": \"text-embedding-3-small\", \"input\": \"Hi\"}");

        CliRun run = CliRun.of("count", file.toString(), "--json");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(file + ":1:1: This is a request for embeddings").hasLineCount(1);
    }

    @Test
    void breakpointsOfTheSdkCountAsBreakpoints() throws IOException {
        String wire = "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":1024,\"system\":[{\"type\":\"text\",\"text\":\"You lend.\","
                + "\"cache_control\":{\"type\":\"ephemeral\"}}],\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        String sdk = "{\"model\":\"anthropic/claude-sonnet-4.5\",\"messages\":[{\"role\":\"system\",\"content\":\"You lend.\","
                + "\"providerOptions\":{\"anthropic\":{\"cacheControl\":{\"type\":\"ephemeral\"}}}},"
                + "{\"role\":\"user\",\"content\":\"Hi\"}]}";

        assertThat(count(write("sdk.json", sdk)).path("tokens"))
                .isEqualTo(count(write("wire.json", wire)).path("tokens"));
    }
}
