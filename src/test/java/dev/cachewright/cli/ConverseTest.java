package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests to Bedrock's Converse in the commands.
class ConverseTest {

    private static final String CLAUDE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String USAGE = ",\"usage\":{\"inputTokens\":8,\"outputTokens\":4,\"cacheReadInputTokens\":%d,"
            + "\"cacheWriteInputTokens\":%d}";

    @TempDir
    private Path folder;

    /// @param model its field, or nothing
    private static String body(String model) {
        return "{" + model + "\"system\":[{\"text\":\"" + "Answer from the policy alone. ".repeat(300)
                + "\"},{\"cachePoint\":{\"type\":\"default\"}}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":"
                + "\"Hi\"}]}],\"inferenceConfig\":{\"maxTokens\":50}}";
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String line(int second, String fields, String usage) {
        return "{\"at\":\"2026-11-23T09:00:0" + second + "Z\"," + fields + usage + "}\n";
    }

    @Test
    void aCachePointIsABreakpoint() throws IOException {
        JsonNode json = CliRun.of("forecast", file("a.json", body("\"modelId\":\"" + CLAUDE + "\",")), "--calls", "2",
                "--json").json();

        assertThat(json.path("rules").asText()).isEqualTo("anthropic");
        assertThat(json.at("/calls/0/forecast/written").asInt()).isGreaterThan(1_400);
        assertThat(json.at("/calls/1/forecast/cached")).isEqualTo(json.at("/calls/0/forecast/written"));
    }

    @Test
    void theModelMayBeInThePath() throws IOException {
        String endpoint = "\"endpoint\":\"https://bedrock-runtime.us-east-1.amazonaws.com/model/" + CLAUDE.replace(":",
                "%3A") + "/converse-stream\",\"request\":" + body("");

        JsonNode json = CliRun.of("replay", file("calls.jsonl", line(1, endpoint, USAGE.formatted(0, 1_700))
                + line(5, endpoint, USAGE.formatted(1_700, 0))), "--json").json();

        assertThat(json.path("model").asText()).isEqualTo(CLAUDE);
        assertThat(json.at("/calls/0/actual/input").asInt()).isEqualTo(1_708);
        assertThat(json.at("/calls/1/actual/cached").asInt()).isEqualTo(1_700);
        assertThat(json.at("/calls/1/forecast/cached").asInt()).isGreaterThan(1_400);
    }

    @Test
    void modelsOfOthersAreUnknown() throws IOException {
        String nova = body("\"modelId\":\"amazon.nova-pro-v1:0\",");
        CliRun run = CliRun.of("replay", file("calls.jsonl", line(1, "\"request\":" + nova, "")), "--json");

        assertThat(run.status()).isZero();
        assertThat(run.json().path("model").asText()).isEqualTo("amazon.nova-pro-v1:0");
        assertThat(run.json().at("/calls/0/forecast").isNull()).isTrue();
        assertThat(run.err()).contains("amazon.nova-pro-v1:0");
        assertThat(CliRun.of("count", file("a.json", nova), "--json").json().path("exact").asBoolean()).isFalse();
    }

    @Test
    void aBodyForInvokeIsReadToo() throws IOException {
        String body = "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":5,\"messages\":[{\"role\":\"user\","
                + "\"content\":\"Hi\"}]}";
        String lines = line(1, "\"endpoint\":\"/model/" + CLAUDE + "/invoke\",\"request\":" + body, "");

        assertThat(CliRun.of("replay", file("calls.jsonl", lines), "--json").json().path("model").asText())
                .isEqualTo(CLAUDE);
    }

    @Test
    void aCachePointThatFollowsNothingEndsTheCommandWithItsPlace() throws IOException {
        CliRun run = CliRun.of("count", file("a.json", body("\"modelId\":\"" + CLAUDE + "\",").replace(
                "\"content\":[", "\"content\":[{\"cachePoint\":{\"type\":\"default\"}},")));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("a.json:1:").contains("cachePoint");
    }
}
