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

/// What the commands say of counts that are estimates.
class EstimateCommandTest {

    private static final String PROMPT = CliRun.golden("support.prompt");
    private static final String TOOL = """
            {"model": "o3-mini", "messages": [{"role": "system", "content": "Be kind."},
             {"role": "user", "content": "Hello"}], "tools": [{"type": "function", "function":
             {"name": "f", "description": "Does it", "parameters": {"type": "object", "properties": {}}}}]}""";

    @TempDir
    private Path folder;

    /// What no server is known to count is not counted exactly.
    @ParameterizedTest
    @ValueSource(strings = {"{\"role\": \"function\", \"name\": \"f\", \"content\": \"Hi\"}",
            "{\"role\": \"user\", \"content\": 5}",
            "{\"role\": \"user\", \"content\": {}}", "{\"role\": \"user\", \"content\": [{\"type\": \"odd\"}]}"})
    void oddMessagesAreEstimates(String message) throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"),
                "{\"model\": \"gpt-4o\", \"messages\": [" + message + "]}");

        assertThat(CliRun.of("count", body.toString(), "--json").json().get("exact").asBoolean()).isFalse();
        assertThat(CliRun.of("count", body.toString()).out()).contains("≈", "an estimate: ");
    }

    @Test
    void aTokenizerThatIsNotHereIsSaid() {
        assertThat(CliRun.of("count", CliRun.golden("support.prompt"), "--model", "deepseek-v4-pro").out())
                .contains("an estimate: The model has a tokenizer of its own, which is not in this program");
    }

    @Test
    void jsonOfAClaudePromptHasABand() throws IOException {
        assertThat(CliRun.of("count", PROMPT, "--model", "claude-sonnet-4-6", "--json").json()).isEqualTo(
                RawJson.tree(Files.readString(CliRun.GOLDEN.resolve("count-claude.json"))));
    }

    @Test
    void tableOfAClaudePromptSaysTheSame() throws IOException {
        assertThat(CliRun.of("count", PROMPT, "--model", "claude-sonnet-4-6").out().lines())
                .containsExactlyElementsOf(Files.readAllLines(CliRun.GOLDEN.resolve("count-claude.txt")));
    }

    @Test
    void blocksOfAnEstimateAddUpToItsTotal() {
        JsonNode json = CliRun.of("count", PROMPT, "--model", "claude-opus-4-7", "--json").json();

        int sum = 0;
        for (JsonNode block : json.get("blocks")) {
            sum += block.get("tokens").asInt();
            assertThat(block.get("cumulative").asInt()).isEqualTo(sum);
        }
        assertThat(json.get("tokens").asInt()).isBetween(sum, sum + 5);
        assertThat(json.at("/band/low").asInt()).isLessThan(sum);
        assertThat(json.at("/band/high").asInt()).isGreaterThan(sum);
    }

    @Test
    void anUnprovenFormHasABandAndNoCorrection() throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"), TOOL);

        JsonNode json = CliRun.of("count", body.toString(), "--json").json();

        assertThat(json.get("exact").asBoolean()).isFalse();
        assertThat(json.has("correction")).isFalse();
        int tokens = json.get("tokens").asInt();
        assertThat(json.get("band")).isEqualTo(
                RawJson.tree("{\"low\": " + (tokens - 4) + ", \"high\": " + (tokens + 4) + "}"));
        assertThat(CliRun.of("count", body.toString()).out())
                .contains("an estimate: ");
    }

    @Test
    void aStoredConversationHasNoUpperEnd() throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"), """
                {"model": "gpt-5.4", "previous_response_id": "resp_1", "input": "Hello"}""");

        JsonNode json = CliRun.of("count", body.toString(), "--json").json();

        assertThat(json.at("/band/low").asInt()).isEqualTo(json.get("tokens").asInt());
        assertThat(json.at("/band/high").isNull()).isTrue();
        assertThat(CliRun.of("count", body.toString()).out()).contains("≈ ", ", at least ")
                .contains("The size of a part is not known");
    }

    @Test
    void aForecastMarksItsEstimatesAsTheCountDoes() {
        CliRun forecast = CliRun.of("forecast", PROMPT, "--model", "claude-sonnet-4-6", "--calls", "1");

        assertThat(forecast.out()).contains("≈ 1,532", "≈ $", "an estimate: The vendor publishes no tokenizer")
                .doesNotContain("about ");
    }

    @Test
    void aPrefixThatMayReachTheThresholdIsNotCalledTooShort() throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"), """
                {"model": "gpt-5.4", "previous_response_id": "resp_1", "input": "Hello"}""");

        assertThat(CliRun.of("count", body.toString()).out()).contains("threshold 1,024: may or may not be reached");
        assertThat(CliRun.of("forecast", body.toString()).out()).contains("may be below threshold");
    }

    @Test
    void aSeriesOfEstimatesSaysSo() throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"), TOOL);

        JsonNode json = CliRun.of("run", body.toString(), "--json").json();

        assertThat(json.get("exact").asBoolean()).isFalse();
        int input = json.at("/calls/0/input").asInt();
        assertThat(json.at("/calls/0/forecast/band")).isEqualTo(
                RawJson.tree("{\"low\": " + (input - 4) + ", \"high\": " + (input + 4) + "}"));
        assertThat(CliRun.of("run", body.toString()).out()).contains("; forecasts are estimates");
    }

    @Test
    void theCatalogueListsItsCorrections() {
        CliRun json = CliRun.of("models", "--json");

        assertThat(json.json().get("models")).filteredOn(model -> model.has("correction")).isNotEmpty()
                .allSatisfy(model -> assertThat(model.get("encoding").isNull()).isTrue());
        assertThat(CliRun.of("models").out()).contains("≈ 1.38 o200k");
    }
}
