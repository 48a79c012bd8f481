package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Anthropic's own server takes the line for the bill out of the prefix, others do not.
class BillingLineTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final String LINE = "x-anthropic-billing-header: cc_version=2.1.0; cc_entrypoint=sdk-ts; cch=a1f03;";
    private static final String LATER = "x-anthropic-billing-header: cc_version=2.1.113.92d; cch=77c2e;";

    @TempDir
    private Path folder;

    private static String body(String model, String line) {
        return "{\"model\":\"" + model + "\",\"max_tokens\":9,\"system\":[{\"type\":\"text\",\"text\":\"" + line
                + "\"},{\"type\":\"text\",\"text\":\"" + "Answer from the policy alone. ".repeat(700)
                + "\",\"cache_control\":{\"type\":\"ephemeral\"}}],\"messages\":[{\"role\":\"user\",\"content\":["
                + "{\"type\":\"text\",\"text\":\"Hi\",\"cache_control\":{\"type\":\"ephemeral\"}}]}]}";
    }

    private JsonNode second(String endpoint, String model, String later, String... options) throws IOException {
        String call = "{\"at\":\"2026-11-23T09:00:0%d\\u005a\",\"endpoint\":\"" + endpoint + "\",\"request\":%s}\n";
        String file = Files.writeString(folder.resolve("calls.jsonl"),
                call.formatted(1, body(model, LINE)) + call.formatted(9, body(model, later))).toString();
        CliRun run = options.length == 0
                ? CliRun.of("replay", file, "--json")
                : CliRun.of("replay", file, "--json", options[0], options[1]);
        return run.json().at("/calls/1");
    }

    private JsonNode difference(String model, String one, String other) throws IOException {
        Path a = Files.writeString(folder.resolve("a.json"), body(model, one));
        Path b = Files.writeString(folder.resolve("b.json"), body(model, other));
        return CliRun.of("diff", a.toString(), b.toString(), "--json").json();
    }

    @ParameterizedTest
    @CsvSource({"/v1/messages", "https://api.anthropic.com/v1/messages?beta=true"})
    void anthropicReadsAllUnderAnotherLine(String endpoint) throws IOException {
        JsonNode call = second(endpoint, "claude-opus-5", LATER);

        assertThat(call.at("/forecast/cached").asInt()).isGreaterThan(4_000).isGreaterThan(call.path("input").asInt()
                - 20);
    }

    @ParameterizedTest
    @CsvSource({"https://openrouter.ai/api/v1/messages, claude-opus-5",
            "http://localhost:4000/v1/messages, claude-opus-5", "/v1/messages, anthropic/claude-opus-5",
            "/v1/messages, us.anthropic.claude-sonnet-4-5-20250929-v1:0", "/v1/messages, claude-sonnet-4-5@20250929"})
    void otherServersReadNothing(String endpoint, String model) throws IOException {
        assertThat(second(endpoint, model, LATER).at("/forecast/cached").asInt()).isZero();
    }

    @Test
    void otherRulesReadNothing() throws IOException {
        assertThat(second("/v1/messages", "claude-opus-5", LATER, "--rules", "longest-prefix")
                .at("/forecast/cached").asInt()).isLessThan(40);
    }

    @Test
    void diffCallsThemIdenticalForAnthropicAlone() throws IOException {
        JsonNode same = difference("claude-opus-5", LINE, LATER);
        JsonNode other = difference("anthropic/claude-opus-5", LINE, LATER);

        assertThat(same.path("reason").asText()).isEqualTo("identical");
        assertThat(same.path("commonTokens")).isEqualTo(same.path("tokensA")).isEqualTo(same.path("tokensB"));
        assertThat(other.path("path").asText()).isEqualTo("/system/0/text");
        assertThat(other.path("commonTokens").asInt()).isLessThan(60);
    }

    @Test
    void aSystemPromptThatBeginsSoIsNoSuchLine() throws IOException {
        assertThat(difference("claude-opus-5", LINE, LINE + "\\nAnswer").path("path").asText())
                .isEqualTo("/system/0/text");
    }

    @Test
    void theWindowForecastsTheSame() throws IOException {
        Prompt before = RequestBodyReader.read(body("claude-opus-5", LINE));
        Prompt after = RequestBodyReader.read(body("claude-opus-5", LATER));
        var destination = Simulators.ANALYST.destination("claude-opus-5");
        var counted = destination.countAsIs(Renderer.render(before, Row.empty()));
        CacheState state = new Forecaster(destination.terms(before.settings()).orElseThrow(), 0)
                .next(CacheState.empty(), counted, START).state();

        var analysis = Simulators.ANALYST.analyse(new AnalysisInput(after, Values.none(), 0, java.util.Optional.empty(),
                state, START.plusSeconds(8), AnalysisInput.USUAL));

        assertThat(analysis.outlook().orElseThrow().next().split().cached())
                .isEqualTo(second("/v1/messages", "claude-opus-5", LATER).at("/forecast/cached").asLong());
        assertThat(analysis.counted().tokens().spans()).hasSize(3);
    }
}
