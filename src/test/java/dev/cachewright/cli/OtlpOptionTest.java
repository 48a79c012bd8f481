package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.telemetry.RecordedTelemetries;
import dev.cachewright.telemetry.Telemetries;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.telemetry.TelemetryEndpoint;
import dev.cachewright.telemetry.otlp.Collector;
import dev.cachewright.telemetry.otlp.OtlpTelemetries;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpOptionTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

    @Test
    void withoutTheOptionNothingIsHandedOnWhateverTheEnvironmentSays() {
        var telemetries = new RecordedTelemetries("http://collector:4318");

        assertThat(CliRun.telling(telemetries, "run", PROMPT, "--calls", "1").status()).isZero();

        assertThat(telemetries.log()).isEmpty();
    }

    @Test
    void everyCallIsHandedOnAndTheRestAtTheEnd() {
        var telemetries = new RecordedTelemetries();

        CliRun run = CliRun.telling(telemetries, "run", PROMPT, "--calls", "2", "--otlp", "http://here:4318/");

        assertThat(run.err()).isEmpty();
        assertThat(telemetries.log()).containsExactly("open http://here:4318", "call 1 to Simulator, streamed",
                "call 2 to Simulator, streamed", "close http://here:4318");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --otlp FILE --calls 1", "run FILE --calls 1 --otlp", "run FILE --otlp --calls 1"})
    void withoutAnAddressItIsThatOfTheEnvironment(String command) {
        var telemetries = new RecordedTelemetries("http://collector:4318");

        CliRun run = CliRun.telling(telemetries, command.replace("FILE", PROMPT).split(" "));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(telemetries.log()).first().isEqualTo("open http://collector:4318");
    }

    @Test
    void anAddressMayFollowAnEqualsSign() {
        var telemetries = new RecordedTelemetries("http://collector:4318");

        CliRun.telling(telemetries, "run", "--otlp=https://there", PROMPT, "--calls", "1");

        assertThat(telemetries.log()).first().isEqualTo("open https://there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--otlp localhost:4318", "--otlp=collector", "--otlp grpc://localhost:4317"})
    void whatIsNoAddressIsSaidBeforeAnythingIsSent(String option) {
        var telemetries = new RecordedTelemetries();

        CliRun run = CliRun.telling(telemetries, ("run " + PROMPT + " " + option).split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).isEqualTo("This is not the address of a collector: write it as http://localhost:4318, "
                + "where it takes OTLP over HTTP\n");
        assertThat(telemetries.log()).isEmpty();
    }

    @Test
    void noAddressAnywhereIsSaid() {
        CliRun run = CliRun.telling(Telemetries.none(), "run", PROMPT, "--otlp");

        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).startsWith("--otlp needs an address where OTEL_EXPORTER_OTLP_ENDPOINT names none");
    }

    @Test
    void aCollectorThatIsDownIsWarnedOfOnceAndTheRunGoesOn() {
        Telemetries down = new Telemetries() {

            @Override
            public String usual() {
                return "";
            }

            @Override
            public Telemetry open(TelemetryEndpoint endpoint, Consumer<String> told) {
                List.of("It is down", "", "It is down").forEach(told);
                return Telemetry.none();
            }
        };

        CliRun run = CliRun.telling(down, "run", PROMPT, "--calls", "2", "--json", "--otlp", "http://here:4318");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("warning: It is down\n");
        assertThat(run.json().get("calls")).hasSize(2);
    }

    @Test
    void aRunAgainstTheSimulatorArrivesAtACollector() throws IOException {
        try (var collector = new Collector()) {
            CliRun run = CliRun.telling(new OtlpTelemetries(Map.of(), "1.0"), "run", PROMPT, "--calls", "3", "--otlp",
                    collector.url());

            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(collector.spans()).hasSize(3).extracting(Span::getName).containsOnly("chat gpt-5.4");
            assertThat(collector.metrics()).containsOnlyKeys("gen_ai.client.token.usage",
                    "gen_ai.client.operation.duration", "gen_ai.client.operation.time_to_first_chunk");
            assertThat(Collector.texts(collector.spans().getFirst().getAttributesList()))
                    .containsEntry("cachewright.verdict", "cold")
                    .containsEntry("gen_ai.usage.cache_read.input_tokens", "0")
                    .containsEntry("cachewright.prompt.name", "support.prompt");
            assertThat(Collector.texts(collector.spans().getLast().getAttributesList()))
                    .containsEntry("cachewright.verdict", "as forecast");
            assertThat(collector.wire()).doesNotContain("You are");
        }
    }
}
