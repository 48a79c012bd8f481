package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recorded traffic holds other calls than those that have cache rules.
class PassedOverTest {

    private static final String BODY = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    private static final String EMBEDDING = line("/v1/embeddings", "{\"model\":\"e\",\"input\":\"Hi\"}");
    private static final String GEMINI = line("/v1beta/models/gemini-2.5-pro:generateContent", "{\"contents\":[]}");

    @TempDir
    private Path folder;

    private static String line(String endpoint, String body) {
        return "{\"endpoint\":\"" + endpoint + "\",\"request\":" + body + "}\n";
    }

    private CliRun replay(String lines, String... options) throws IOException {
        String file = Files.writeString(folder.resolve("calls.jsonl"), lines).toString();
        return options.length == 0 ? CliRun.of("replay", file) : CliRun.of("replay", file, options[0]);
    }

    @Test
    void otherEndpointsArePassedOverAndTold() throws IOException {
        CliRun run = replay(EMBEDDING + line("/v1/chat/completions", BODY) + "\n" + GEMINI + EMBEDDING);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("gpt-4o");
        assertThat(run.err().lines()).containsSubsequence(
                "warning: 2 lines of /v1/embeddings were passed over, the first in line 1: no rules are known for that "
                        + "endpoint",
                "warning: 1 line of /v1beta/models/gemini-2.5-pro:generateContent was passed over, the first in line "
                        + "4: no rules are known for that endpoint");
    }

    @Test
    void theyAreListedInTheDocument() throws IOException {
        JsonNode json = replay(line("/v1/chat/completions", BODY) + EMBEDDING, "--json").json();

        assertThat(json.path("passedOver").toString())
                .isEqualTo("[{\"endpoint\":\"/v1/embeddings\",\"lines\":1,\"first\":2}]");
        assertThat(json.at("/summary/calls").asInt()).isEqualTo(1);
        assertThat(replay(line("/v1/chat/completions", BODY), "--json").json().has("passedOver")).isFalse();
    }

    @Test
    void aFileWithoutAnyOtherLineCannotBeUsed() throws IOException {
        CliRun run = replay("\n" + EMBEDDING + GEMINI);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("calls.jsonl:2:1: Unknown endpoint \"/v1/embeddings\"");
    }

    @ParameterizedTest
    @CsvSource({"https://api.openai.com/v1/chat/completions?timeout=9", "/v1%2Fchat%2Fcompletions/",
            "/openai/deployments/mine/chat/completions?api-version=2024-10-21", "''"})
    void endpointsAreKnownByTheirPath(String endpoint) throws IOException {
        assertThat(replay(line(endpoint, BODY), "--json").json().at("/summary/calls").asInt()).isEqualTo(1);
    }
}
