package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.app.LocalSimulator;
import dev.cachewright.app.ProfileProviders;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.Senders;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.count.TokenisingServer;
import dev.cachewright.store.CalibrationFile;
import dev.cachewright.store.CatalogFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `count --on-server`, and what is kept of it.
@Timeout(60)
class ServerCountTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

    @TempDir
    private Path folder;

    /// As the program runs it, with one more server and the user's own files in the folder.
    private CliRun count(String baseUrl, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Path own = folder.resolve("models.json");
        var analyst = new Analyst(() -> CalibrationFile.beside(own)
                .over(new CatalogFile(own).over(BundledCatalog.text()).catalog()).catalog(), Simulators.TOKENIZERS);
        try (var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS)) {
            CliParts usual = CliRun.parts(simulator);
            var local = new Profile("Local", Profile.Kind.COMPATIBLE, baseUrl,
                    Optional.of(RuleSet.Named.LONGEST_PREFIX), "", Profile.simulator().extras());
            var parts = usual.withAnalyst(() -> analyst).withSenders(new Senders(
                    () -> List.of(Profile.simulator(), local),
                    () -> new ProfileProviders(simulator::baseUrl, _ -> Optional.empty()),
                    usual.senders().recording(), usual.senders().telemetries()));
            String[] all = Stream.concat(Stream.of("count", PROMPT), Stream.of(arguments)).toArray(String[]::new);
            int status = new Cli(parts, CliRun.NO_KEYS, problem -> problem + "").run(all, CliRun.stream(out),
                    CliRun.stream(err));
            return new CliRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void jsonHasTheCountOfTheServerAndTheDifference() {
        try (var server = TokenisingServer.llamaCpp()) {
            CliRun run = count(server.baseUrl(), "--model", "local-model", "--on-server", "--profile", "local",
                    "--json");

            int tokens = run.json().path("tokens").asInt();
            assertThat(run.json().path("server").asInt()).isPositive().isNotEqualTo(tokens);
            assertThat(run.json().path("difference").asInt()).isEqualTo(run.json().path("server").asInt() - tokens);
            assertThat(folder.resolve("calibration.json")).doesNotExist();
        }
    }

    @Test
    void aModelThatIsCalibratedCountsByItAndSaysSo() {
        try (var server = TokenisingServer.llamaCpp()) {
            String[] local = {"--model", "local-model", "--on-server", "--profile", "Local", "--keep"};
            CliRun kept = count(server.baseUrl(), local);
            CliRun counted = count(server.baseUrl(), "--model", "local-model", "--json", "--on-server", "--profile",
                    "Local");

            assertThat(kept.out()).contains("kept: local-model counts as o200k_base times ", "one request");
            assertThat(counted.json().path("difference").asInt()).isBetween(-2, 2);
            assertThat(count(server.baseUrl(), "--model", "local-model").out()).contains("Calibrated on ",
                    " with one request: counted with o200k_base, times ");
        }
    }

    @Test
    void aModelThatIsCountedExactlyIsNotCorrected() {
        CliRun run = count("http://127.0.0.1:1/v1", "--model", "gpt-5.4", "--on-server", "--keep");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("on the server of Simulator ", "the same as is counted here",
                "not kept: gpt-5.4 is counted exactly and takes no correction");
        assertThat(folder.resolve("calibration.json")).doesNotExist();
    }

    @Test
    void aServerWithoutSuchAnEndpointIsToldInOneLine() {
        try (var server = RecordingServer.answering(_ -> new RecordingServer.Reply(404, Map.of(), ""))) {
            CliRun run = count(server.baseUrl(), "--model", "local-model", "--on-server", "--profile", "Local");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("Local has no endpoint that counts tokens: it was asked for "
                    + "apply-template, tokenize and for tokenize");
        }
    }

    @Test
    void argumentsThatDoNotGoTogetherAreTold() {
        assertThat(count("http://127.0.0.1:1/v1", "--keep").err()).isEqualTo(
                "--keep and --profile go with --on-server\n");
        assertThat(count("http://127.0.0.1:1/v1", "--on-server", "--profile", "nobody").err()).contains(
                "Unknown profile \"nobody\"; use Simulator, Local");
    }
}
