package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pairs of requests as people reported them: what `replay` forecasts for the second, and what `diff` says of both.
class ChangedContentTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Instant START = Instant.parse("2026-11-02T09:41:00Z");
    private static final String BEGINNING = "the reader returned the ledger at the bridge ";
    private static final String END = "a ticket from the harbour to the garden ";

    @TempDir
    private Path folder;

    private List<String> bodies(String name, int beginning) throws IOException {
        return Files.readAllLines(CASES.resolve(name + ".jsonl")).stream()
                .map(line -> line.replace("{{beginning}}", BEGINNING.repeat(beginning)).replace("{{end}}",
                        END.repeat(180)))
                .toList();
    }

    private JsonNode second(String name, int beginning, String endpoint) throws IOException {
        List<String> bodies = bodies(name, beginning);
        List<String> lines = IntStream.range(0, bodies.size()).mapToObj(i -> "{\"at\":\"" + START.plusSeconds(20L * i)
                + "\",\"endpoint\":\"" + endpoint + "\",\"request\":" + bodies.get(i) + "}").toList();
        Path file = Files.write(folder.resolve(name + ".jsonl"), lines);
        return CliRun.of("replay", file.toString(), "--json").json().at("/calls/1");
    }

    private JsonNode difference(String name, int beginning) throws IOException {
        List<String> bodies = bodies(name, beginning);
        Path one = Files.writeString(folder.resolve("a.json"), bodies.getFirst());
        Path other = Files.writeString(folder.resolve("b.json"), bodies.getLast());
        return CliRun.of("diff", one.toString(), other.toString(), "--json").json();
    }

    @Test
    void otherKeyOrderOfAToolIsAMissAndADifference() throws IOException {
        assertThat(second("tool-key-order-messages", 250, "/v1/messages").at("/forecast/cached").asInt()).isZero();
        assertThat(second("tool-key-order-chat", 250, "/v1/chat/completions").at("/forecast/cached").asInt())
                .isZero();
        for (String name : List.of("tool-key-order-messages", "tool-key-order-chat")) {
            JsonNode found = difference(name, 250);
            assertThat(found.path("reason").asText()).isEqualTo("tools_changed");
            assertThat(found.path("commonTokens").asInt()).isLessThan(600);
        }
    }

    @Test
    void aRewrittenToolResultIsAMiss() throws IOException {
        assertThat(second("tool-result-rewritten", 250, "/v1/messages").at("/forecast/cached").asInt()).isZero();
        assertThat(difference("tool-result-rewritten", 250).path("path").asText())
                .isEqualTo("/messages/2/content/0/content");
    }

    /// The breakpoint after the system prompt is the last that both have.
    @Test
    void aPictureReplacedByATextLeavesTheSystemPrompt() throws IOException {
        JsonNode call = second("picture-replaced", 250, "/v1/messages");
        int system = call.at("/forecast/cached").asInt();
        JsonNode found = difference("picture-replaced", 250);

        assertThat(system).isBetween(2_000, 4_000);
        assertThat(found.path("path").asText()).startsWith("/messages/0/content/1");
        assertThat(found.path("commonTokens").asInt()).isGreaterThan(system + 1_000).isLessThan(found.path("tokensA")
                .asInt());
    }

    @ParameterizedTest
    @CsvSource({"one-text-messages, /v1/messages", "one-text-chat, /v1/chat/completions",
            "one-text-responses, /v1/responses"})
    void aTextAndAListOfItAreIdentical(String name, String endpoint) throws IOException {
        JsonNode found = difference(name, 250);

        assertThat(found.path("reason").asText()).isEqualTo("identical");
        assertThat(found.path("commonTokens")).isEqualTo(found.path("tokensA")).isEqualTo(found.path("tokensB"));
        assertThat(second(name, 250, endpoint).path("input")).isEqualTo(found.path("tokensB"));
    }

    /// The end of the request is all that was stored, and the change is before it.
    @ParameterizedTest
    @ValueSource(strings = {"document", "picture", "search-result", "server-tool", "thinking"})
    void anotherBlockOfAConversationWithClaudeIsAMiss(String name) throws IOException {
        assertThat(second("changed-" + name, 250, "/v1/messages").at("/forecast/cached").asInt()).isZero();
        assertParts("changed-" + name, 250);
    }

    /// What comes before is too short to be cached, and what comes after is long enough.
    @ParameterizedTest
    @CsvSource({"chat-detail, /v1/chat/completions", "chat-picture, /v1/chat/completions",
            "chat-signed-address, /v1/chat/completions", "chat-file, /v1/chat/completions",
            "reasoning, /v1/responses"})
    void anotherBlockOfAConversationWithGptIsAMiss(String name, String endpoint) throws IOException {
        assertThat(second("changed-" + name, 90, endpoint).at("/forecast/cached").asInt()).isZero();
        assertParts("changed-" + name, 90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tool-format", "server-tool-of-responses"})
    void anotherToolIsAMiss(String name) throws IOException {
        assertThat(second("changed-" + name, 250, "/v1/responses").at("/forecast/cached").asInt()).isZero();
        assertParts("changed-" + name, 250);
    }

    @Test
    void anotherEarlierAnswerLeavesTheInstructions() throws IOException {
        JsonNode call = second("changed-earlier-answer", 250, "/v1/responses");

        assertThat(call.at("/forecast/cached").asInt()).isPositive().isLessThanOrEqualTo(250 * 8 + 10);
        assertParts("changed-earlier-answer", 250);
    }

    private void assertParts(String name, int beginning) throws IOException {
        JsonNode found = difference(name, beginning);
        assertThat(found.path("reason").asText()).as(name).isNotEqualTo("identical");
        assertThat(found.path("commonTokens").asInt()).as(name).isLessThan(found.path("tokensB").asInt());
        assertThat(RawJson.tree(bodies(name, beginning).getLast()).at(found.path("path").asText()).isMissingNode())
                .as(name + found).isFalse();
    }
}
