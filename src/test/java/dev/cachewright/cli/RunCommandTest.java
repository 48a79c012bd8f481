package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

    @TempDir
    private Path folder;

    @Test
    void jsonHasTheFieldsThatStay() throws IOException {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "4", "--json");

        JsonNode json = run.json();
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        json.get("calls").forEach(call -> {
            assertThat(call.get("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
            assertThat(call.at("/actual/totalMs").asLong(-1)).isGreaterThanOrEqualTo(call.at("/actual/ttftMs").asLong(
                    -1)).isNotNegative();
            ((ObjectNode) call).put("at", "T");
            ((ObjectNode) call.get("actual")).put("ttftMs", 0).put("totalMs", 0);
        });
        assertThat(json).isEqualTo(RawJson.tree(Files.readString(CliRun.GOLDEN.resolve("run.json"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses"})
    void everyCallIsAsForecast(String api) {
        JsonNode json = CliRun.of("run", PROMPT, "--api", api, "--calls", "6", "--json").json();

        assertThat(StreamSupport.stream(json.get("calls").spliterator(), false).map(call -> call.get("verdict")
                .asText())).containsExactly("cold", "as forecast", "as forecast", "as forecast", "as forecast",
                        "as forecast");
        assertThat(json.at("/summary/forecastCached")).isEqualTo(json.at("/summary/actualCached"));
    }

    /// Calls that are sent before the first answer begins find nothing, and it was forecast.
    @ParameterizedTest
    @CsvSource({"chat, 3", "responses, 4"})
    void parallelCallsReadTogetherWhatWasForecast(String api, int concurrency) {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withDelayScale(0.5))) {
            JsonNode json = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--api", api, "--calls", "6",
                    "--concurrency", String.valueOf(concurrency), "--json").json();

            assertThat(StreamSupport.stream(json.get("calls").spliterator(), false)
                    .filter(call -> call.at("/actual/cached").asLong(-1) == 0)).hasSize(concurrency);
            assertThat(json.at("/summary/forecastCached")).isEqualTo(json.at("/summary/actualCached"));
        }
    }

    @Test
    void tableHoldsOneLineForEachCall() {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "2");

        assertThat(run.out().lines()).hasSize(5).anyMatch(line -> line.endsWith("cold")).anyMatch(
                line -> line.endsWith("as forecast")).last().asString().startsWith(
                        "hit rate 48.5 %, 2 of 2 as forecast");
    }

    @Test
    void failedCallEndsTheRunWithOne() {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withRequestsPerMinute(1))) {
            CliRun run = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "4", "--json");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.json().get("calls")).hasSize(2);
            assertThat(run.json().at("/calls/1/verdict").asText()).isEqualTo("failed");
            assertThat(run.json().at("/calls/1/error/status").asInt()).isEqualTo(429);
            assertThat(run.json().at("/calls/1").has("actual")).isFalse();
            assertThat(run.err().lines()).singleElement().asString().startsWith("call 2 failed: 429 Rate limit");
        }
    }

    @Test
    void parallelRunBeginsNothingAfterAFailure() {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withApiKey("another"))) {
            CliRun run = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "40", "--concurrency", "2",
                    "--json");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.json().get("calls").size()).isBetween(1, 10);
        }
    }

    @Test
    void serverWithRulesOfItsOwnIsFoundOut() {
        var rules = CacheRules.named("longest-prefix").orElseThrow();
        try (SimulatedServer server = Simulators.start(Simulators.quick().withRules(rules))) {
            JsonNode json = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "2", "--json").json();

            assertThat(json.at("/calls/1/verdict").asText()).isEqualTo("better");
            assertThat(json.at("/calls/1/actual/cached").asInt()).isEqualTo(1_440);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.4", "gpt-5.5", "gpt-5.6-sol", "gpt-6-luna"})
    void everyCallOfEachRuleSetReadsAndWritesWhatWasForecast(String model) {
        JsonNode json = CliRun.of("run", PROMPT, "--model", model, "--calls", "4", "--json").json();

        for (JsonNode call : json.get("calls")) {
            assertThat(call.at("/actual/cached")).isEqualTo(call.at("/forecast/cached"));
            assertThat(call.at("/actual/written")).isEqualTo(call.at("/forecast/written"));
        }
        assertThat(json.at("/summary/forecastCached")).isEqualTo(json.at("/summary/actualCached"));
    }

    @Test
    void callsAreSpacedByThePause() {
        long start = System.nanoTime();

        assertThat(CliRun.of("run", PROMPT, "--calls", "3", "--every", "100ms").status()).isZero();

        assertThat(System.nanoTime() - start).isGreaterThan(200_000_000L);
    }

    @Test
    void whatIsNotSentIsSaidBeforeTheCalls() throws IOException {
        CliRun run = CliRun.of("run", prompt("mode: explicit, retention: 24h"), "--json");

        assertThat(run.status()).isZero();
        assertThat(run.err().lines()).containsExactly(
                "warning: the cache mode \"explicit\" is not sent: the model or API takes none",
                "warning: the breakpoint behind \"a\" is not sent: the model takes none");
        run.json();
    }

    @Test
    void aKeyThatIsTooLongStopsBeforeTheFirstCall() throws IOException {
        CliRun run = CliRun.of("run", prompt("key: " + "k".repeat(65)));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).contains(
                "The cache key has 65 characters, and at most 64 are taken: shorten it in cachewright.cache");
    }

    private String prompt(String cache) throws IOException {
        return Files.writeString(folder.resolve("a.prompt"), "---\nmodel: openai/gpt-5.4\ncachewright.cache: { " + cache
                + " }\n---\n{{role \"user\"}}\n{{! @block id=a kind=static break=true }}\nHi.\n").toString();
    }
}
