package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.RawJson;
import dev.cachewright.provider.Simulators;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {

    @Test
    void everyModelOfTheCatalogueIsListed() {
        JsonNode json = CliRun.of("models", "--json").json();

        assertThat(json.get("models")).hasSameSizeAs(Simulators.ANALYST.catalog().models());
        JsonNode row = StreamSupport.stream(json.get("models").spliterator(), false)
                .filter(model -> model.get("id").asText().equals("gpt-4o")).findFirst().orElseThrow();
        assertThat(row.get("source").asText()).isNotEmpty();
        assertThat(row.get("pricesPerMillion").toString()).isEqualTo(RawJson.tree(
                "{\"input\":2.5,\"cacheRead\":1.25,\"cacheWrite\":{},\"output\":10}").toString());
        assertThat(row.get("rules").asText()).isEqualTo("openai-classic");
        assertThat(row.get("threshold").asInt()).isEqualTo(1_024);
        assertThat(row.get("encoding").asText()).isEqualTo("o200k_base");
    }

    @Test
    void tableHasALineForEachModel() {
        CliRun run = CliRun.of("models");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).hasSize(Simulators.ANALYST.catalog().models().size() + 3).anyMatch(
                line -> line.startsWith("gpt-4o "));
    }

    @Test
    void helpListsTheCommands() {
        assertThat(CliRun.of("--help").out()).contains("count", "diff", "forecast", "replay", "run", "serve", "models");
        assertThat(CliRun.of("--version").out()).startsWith("cachewright ");
        assertThat(CliRun.of("run", "--help").out()).contains("--base-url");
    }
}
