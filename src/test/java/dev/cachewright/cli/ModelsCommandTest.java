package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.cli.print.ModelJson;
import dev.cachewright.cli.print.ModelTables;
import dev.cachewright.format.catalog.OwnCatalogReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {

    @Test
    void everyModelOfTheCatalogueIsListed() {
        JsonNode json = CliRun.of("models", "--json").json();

        assertThat(json.get("models")).hasSameSizeAs(Simulators.ANALYST.catalog().models());
        JsonNode row = row(json, "gpt-4o");
        assertThat(row.get("source").asText()).isNotEmpty();
        assertThat(row.get("pricesPerMillion").toString()).isEqualTo(RawJson.tree(
                "{\"input\":2.5,\"cacheRead\":1.25,\"cacheWrite\":{},\"output\":10}").toString());
        assertThat(row.get("rules").asText()).isEqualTo("openai-classic");
        assertThat(row.get("threshold").asInt()).isEqualTo(1_024);
        assertThat(row.get("encoding").asText()).isEqualTo("o200k_base");
    }

    @Test
    void aRowInJsonHasAllThatTheCatalogueSays() throws IOException {
        JsonNode json = CliRun.of("models", "--json").json();

        assertThat(row(json, "gpt-6.1-terra")).isEqualTo(RawJson.tree(Files.readString(
                CliRun.GOLDEN.resolve("models-gpt-6.1-terra.json"))));
        assertThat(row(json, "claude-sonnet-5-5").get("pricesFrom").asText()).isEqualTo("2026-10-07");
        assertThat(row(json, "gpt-4o").get("pricesFrom").isNull()).isTrue();
        assertThat(json.get("aliases").get("gpt-5.6").asText()).isEqualTo("gpt-5.6-sol");
    }

    @Test
    void tablesHaveALineForEachModelAndFitThePage() {
        CliRun run = CliRun.of("models");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        for (Model model : Simulators.ANALYST.catalog().models()) {
            assertThat(run.out().lines().filter(line -> line.startsWith(model.id() + " "))).hasSize(2);
        }
    }

    @Test
    void uncertainRowsAreMarkedWithANoteThatSaysWhy() {
        List<String> lines = CliRun.of("models").out().lines().toList();
        String note = lines.stream().filter(line -> line.contains("Anthropic's page of 2026-08-21")).findFirst()
                .orElseThrow();

        assertThat(note).startsWith("?").contains("prices: ");
        assertThat(lines.stream().filter(line -> line.startsWith("claude-sonnet-4-5 ")).findFirst().orElseThrow())
                .contains(" " + note.substring(0, note.indexOf(' ')));
        assertThat(lines.stream().filter(line -> line.startsWith("claude-haiku-4-5 ")).findFirst().orElseThrow())
                .doesNotContain("?");
    }

    @Test
    void rowsOfTheUsersOwnAreMarkedAndNoPriceIsSaid() {
        Catalog own = OwnCatalogReader.read(BundledCatalog.text(), """
                {"models": [{"id": "gpt-5.4", "input": 3}, {"id": "mine", "rules": "block-16"},
                  {"id": "next", "rules": "none", "from": "2999-01-01", "input": 1, "output": 2}]}""").catalog()
                .withOwnFile("there/models.json");
        List<String> lines = new ModelTables(own, LocalDate.parse("2026-11-23")).lines();

        assertThat(lines.stream().filter(line -> line.startsWith("gpt-5.4 ")).findFirst().orElseThrow())
                .endsWith(" own");
        assertThat(lines).anyMatch(line -> line.matches("mine +- +no price +- .*"))
                .anyMatch(line -> line.matches("next +- +only 2999-01-01 +1 .*"))
                .anyMatch(line -> line.endsWith("vendor price pages, 2026-11-23; your own: input"))
                .anyMatch(line -> line.endsWith("there/models.json"));
        Model mine = own.find("mine").orElseThrow();
        JsonNode json = ModelJson.of(mine, own.lookUp("mine").correction(), LocalDate.parse("2026-11-23"));
        assertThat(json.get("pricesPerMillion").isNull()).isTrue();
        assertThat(json.get("own").toString()).isEqualTo("[\"rules\"]");
    }

    @Test
    void helpListsTheCommands() {
        assertThat(CliRun.of("--help").out()).contains("count", "diff", "forecast", "replay", "run", "serve", "models",
                "prices");
        assertThat(CliRun.of("--version").out()).startsWith("cachewright ");
        assertThat(CliRun.of("run", "--help").out()).contains("--base-url");
    }

    private static JsonNode row(JsonNode json, String id) {
        return StreamSupport.stream(json.get("models").spliterator(), false)
                .filter(model -> model.get("id").asText().equals(id)).findFirst().orElseThrow();
    }
}
