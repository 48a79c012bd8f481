package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.app.LocalSimulator;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.provider.Simulators;
import dev.cachewright.store.CatalogFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandTest {

    @TempDir
    private Path folder;
    private Path list;
    private Path own;

    @BeforeEach
    void saveAList() throws IOException {
        own = folder.resolve("config").resolve("models.json");
        list = Files.writeString(folder.resolve("prices.json"), """
                {"gpt-4o": {"litellm_provider": "openai", "input_cost_per_token": 2e-06,
                   "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 1e-06},
                 "gpt-5.4": {"litellm_provider": "openai", "input_cost_per_token": 2.5e-06,
                   "output_cost_per_token": 1.5e-05, "cache_read_input_token_cost": 2.5e-07}}
                """);
    }

    @Test
    void pricesAreTakenAndHoldForTheNextCommand() throws IOException {
        CliRun run = prices("--from", list.toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                model   price       ours  LiteLLM
                gpt-4o  input        2.5        2
                gpt-4o  cache_read  1.25        1

                2 models compared with LiteLLM, 1 have other prices; 1 taken into %s
                """.formatted(own));
        assertThat(Files.readString(own)).contains("\"id\": \"gpt-4o\"", "\"input\": 2,",
                "prices of LiteLLM, prices.json, taken ");
        assertThat(prices("--from", list.toString()).out())
                .isEqualTo("2 models compared with LiteLLM: all prices are the same\n");
    }

    @Test
    void aDryRunWritesNothing() {
        CliRun run = prices("--from", list.toString(), "--dry-run");

        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("1 have other prices; nothing is written\n");
        assertThat(own).doesNotExist();
    }

    @Test
    void jsonSaysTheSame() {
        JsonNode json = prices("--from", list.toString(), "--json").json();

        assertThat(json.get("list").asText()).isEqualTo("LiteLLM");
        assertThat(json.get("compared").asInt()).isEqualTo(2);
        assertThat(json.get("changes").toString()).isEqualTo(
                "[{\"model\":\"gpt-4o\",\"field\":\"input\",\"ours\":2.5,\"theirs\":2},"
                        + "{\"model\":\"gpt-4o\",\"field\":\"cache_read\",\"ours\":1.25,\"theirs\":1}]");
        assertThat(json.get("written").asBoolean()).isTrue();
        assertThat(json.get("ownFile").asText()).isEqualTo(own.toString());
    }

    @Test
    void pricesOfTheUsersOwnStayUnlessTheyAreToBeReplaced() throws IOException {
        Files.createDirectories(own.getParent());
        String text = "{\"models\": [{\"id\": \"gpt-4o\", \"input\": 1.5}]}";
        Files.writeString(own, text);

        assertThat(prices("--from", list.toString()).out())
                .endsWith("kept as you have written them: gpt-4o; --replace takes these too\n");
        assertThat(own).hasContent(text);
        assertThat(prices("--from", list.toString(), "--replace").out()).endsWith("1 taken into " + own + "\n");
        assertThat(Files.readString(own)).contains("\"history\"");
    }

    @Test
    void aFileThatIsNoListOrNoCatalogueIsToldInOneLineAndNothingIsWritten() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "\n {\"a\": 1}");
        CliRun noList = prices("--from", other.toString());
        Files.createDirectories(own.getParent());
        Files.writeString(own, "{\"models\": [}");
        CliRun noCatalogue = prices("--from", list.toString());

        assertThat(noList.status()).isEqualTo(2);
        assertThat(noList.err()).startsWith(other + ":2:2: This is no list of prices that is known");
        assertThat(noCatalogue.status()).isEqualTo(2);
        assertThat(noCatalogue.err().lines()).singleElement().asString().startsWith(own + ":1:13: ");
        assertThat(own).hasContent("{\"models\": [}");
        assertThat(prices("--from", folder.resolve("gone.json").toString()).status()).isEqualTo(2);
        assertThat(prices().err()).startsWith("--from FILE is missing");
    }

    @Test
    void aListOfOtherModelsIsANo() throws IOException {
        Path others = Files.writeString(folder.resolve("others.json"), """
                {"x": {"litellm_provider": "openai", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06},
                 "y": {"litellm_provider": "openai", "input_cost_per_token": "1"}}""");
        CliRun run = prices("--from", others.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("No model of " + others + " is in the catalogue\n");
        assertThat(run.err()).isEqualTo("warning: " + others
                + ":2:38: A price is a number of dollars, 0 or more, not \"1\"; left out\n");
        assertThat(own).doesNotExist();
    }

    /// As the program runs it, with the user's own catalogue in the folder.
    private CliRun prices(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var analyst = new Analyst(() -> new CatalogFile(own).over(BundledCatalog.text()).catalog(),
                Simulators.TOKENIZERS);
        try (var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS)) {
            CliParts usual = CliRun.parts(simulator);
            var parts = usual.withAnalyst(() -> analyst);
            String[] all = new String[arguments.length + 1];
            all[0] = "prices";
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            int status = new Cli(parts, CliRun.NO_KEYS, problem -> problem + "").run(all, CliRun.stream(out),
                    CliRun.stream(err));
            return new CliRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
