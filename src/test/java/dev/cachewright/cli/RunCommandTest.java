package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.session.Call;
import dev.cachewright.session.MemorySessions;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.words.RefusalWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

    private static final List<String> TIMES = List.of("sentMs", "firstByteMs", "ttftMs", "lastTokenMs", "totalMs");

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
            TIMES.forEach(time -> {
                assertThat(call.at("/actual/" + time).isNumber()).as(time).isTrue();
                ((ObjectNode) call.get("actual")).put(time, 0);
            });
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
    void pingsAreLeftOutWhereCallsFollowEachOtherSoon() {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "2", "--keep-alive", "--json");

        assertThat(run.json().at("/summary/calls").asInt()).isEqualTo(2);
        assertThat(run.json().at("/summary/pings").isMissingNode()).isTrue();
        assertThat(run.err()).contains("no ping is needed between these calls");
    }

    @Test
    void pingsAreForCallsThatFollowEachOtherAndForRulesThatAreKnown() {
        assertThat(CliRun.of("run", PROMPT, "--keep-alive", "--concurrency", "2").err())
                .contains("--keep-alive is for calls that follow each other");
        assertThat(CliRun.of("run", PROMPT, "--keep-alive", "--rules", "none").err()).contains("keeps nothing");
        assertThat(CliRun.of("run", PROMPT, "--keep-alive", "--model", "nobody").err())
                .contains("--keep-alive needs the cache rules of the model");
    }

    @Test
    void tableHoldsOneLineForEachCall() {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "2");

        assertThat(run.out().lines()).hasSize(5).anyMatch(line -> line.endsWith("cold")).anyMatch(
                line -> line.endsWith("as forecast")).last().asString().startsWith(
                        "hit rate 48.5%, 2 of 2 as forecast");
    }

    @Test
    void aServerThatCachesNothingIsCalledThat() {
        CliRun run = CliRun.of("run", PROMPT, "--rules", "none", "--calls", "1");

        assertThat(run.out()).contains("no caching").doesNotContain("threshold");
    }

    @Test
    void aCallThatFailedIsNotMeasuredAgainstItsForecast() {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withRequestsPerMinute(1))) {
            assertThat(CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "4").out().lines()).last()
                    .asString().startsWith("hit rate 0.0%, 1 of 1 as forecast, 1 without an answer");
        }
    }

    @Test
    void failedCallEndsTheRunWithOne() {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withRequestsPerMinute(1))) {
            CliRun run = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "4", "--json");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.json().get("calls")).hasSize(2);
            assertThat(run.json().at("/calls/1/verdict").asText()).isEqualTo("failed");
            assertThat(run.json().at("/calls/1/error/status").asInt()).isEqualTo(429);
            assertThat(run.json().at("/calls/1/error/message").asText()).startsWith("Rate limit reached");
            assertThat(run.json().at("/calls/1/error/advice").asText())
                    .matches("Wait \\d+ seconds, then send it again");
            assertThat(run.json().at("/calls/1").has("actual")).isFalse();
            assertThat(run.err().lines()).singleElement().asString()
                    .startsWith("Call 2 failed with status 429: Rate limit");
        }
    }

    @Test
    void aCallThatMeetsALimitIsSentAgainWhereItsUserWantsIt() {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withRequestsPerMinute(1))) {
            CliRun run = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "4", "--retries", "3");

            assertThat(run.status()).isEqualTo(1);
            // The waits take no time here, and so the limit still holds.
            assertThat(run.err().lines()).hasSize(4).last().asString()
                    .startsWith("Call 2 failed with status 429: Rate limit");
            assertThat(run.err().lines().limit(3)).allMatch(line -> line.matches(
                    "call 2, try \\d: Rate limit reached.*; it is sent again in \\d+ seconds"));
        }
    }

    @Test
    void callsForControlReadNothingAndAreNamed() {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "6", "--control", "2", "--shuffle", "7", "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json().get("calls")).extracting(call -> call.path("control").asBoolean() + " "
                + (call.at("/actual/cached").asLong() > 0) + " " + call.path("verdict").asText())
                .containsExactly("false false cold", "false true as forecast", "true false prefix changed",
                        "false true as forecast", "false true as forecast", "true false prefix changed",
                        "false true as forecast", "false true as forecast", "true false prefix changed");
        assertThat(run.json().at("/summary/control/calls").asInt()).isEqualTo(3);
    }

    @Test
    void theRunEndsBeforeItCostsMoreThanItMay() {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "50", "--max-cost", "0.03", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.json().at("/summary/cost").asDouble()).isBetween(0.004, 0.03);
        assertThat(run.err()).contains("the series ends here: its calls may have cost up to $0.0",
                "the limit of $0.03");
    }

    @Test
    void theCostIsSaidBeforeManyCalls() {
        try (SimulatedServer server = Simulators.start()) {
            CliRun many = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "11");
            CliRun few = CliRun.of("run", PROMPT, "--base-url", server.baseUrl(), "--calls", "10");

            assertThat(many.err()).matches("11 calls to 127\\.0\\.0\\.1:\\d+: about \\$0\\.008\\d? for the input; "
                    + "the answers come on top\n");
            assertThat(few.err()).isEmpty();
        }
    }

    @Test
    void anAnswerCanComeWhole() {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "2", "--no-stream", "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json().at("/calls/1/actual/cached").asLong()).isPositive();
        assertThat(run.json().at("/calls/1/actual/ttftMs")).isEqualTo(run.json().at("/calls/1/actual/lastTokenMs"));
    }

    @Test
    void anAnswerHasALimitWhereThePromptSetsNone() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.prompt"), "---\nmodel: gpt-5.4\n---\nSay hello");

        CliRun run = CliRun.of("run", plain.toString(), "--max-output", "3", "--json");

        assertThat(run.json().at("/calls/0/actual/output").asInt()).isBetween(1, 3);
    }

    @ParameterizedTest
    @CsvSource({"--concurrency 33, --concurrency takes 32 at most", "--jitter 10, --jitter takes 0 to 100",
            "--per-minute 0, --per-minute takes a number above 0", "--stop-after 0, --stop-after and --max-output",
            "--max-cost -1, --max-cost takes an amount above 0", "--per-minute 5 --every 2s, in place of --every"})
    void optionsThatCannotBeAreRefused(String options, String said) {
        CliRun run = CliRun.of(Stream.concat(Stream.of("run", PROMPT), Stream.of(options.split(" ")))
                .toArray(String[]::new));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(said);
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
        try (SimulatedServer server = Simulators.start(Simulators.quick().withRules(RuleSet.Named.LONGEST_PREFIX))) {
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
        List<Duration> pauses = new ArrayList<>();

        assertThat(CliRun.pausing((pause, _) -> pauses.add(pause), "run", PROMPT, "--calls", "3", "--every", "100ms")
                .status()).isZero();

        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100));
    }

    @Test
    void whatIsNotSentIsSaidBeforeTheCalls() throws IOException {
        CliRun run = CliRun.of("run", prompt("mode: explicit, retention: 24h"), "--json");

        assertThat(run.status()).isZero();
        assertThat(run.err().lines()).containsExactly("warning: "
                + RefusalWords.line(new Refusal(Refusal.Reason.MODE_NOT_SUPPORTED, "", "explicit", List.of())) + "; "
                + RefusalWords.line(new Refusal(Refusal.Reason.MODEL_TAKES_NO_BREAKPOINTS, "a", "", List.of())));
        run.json();
    }

    @Test
    void aKeyThatIsTooLongStopsBeforeTheFirstCall() throws IOException {
        CliRun run = CliRun.of("run", prompt("key: " + "k".repeat(65)));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).contains(
                "The cache key has 65 characters; the limit is 64. Shorten \"key\" in cachewright.cache");
    }

    @Test
    void aRunThatIsBrokenOffIsOneDocumentOfWhatHasEnded() {
        CliRun run = CliRun.pausing((_, _) -> false, "run", PROMPT, "--calls", "5", "--json");

        assertThat(run.json().get("calls")).hasSize(1);
        assertThat(run.json().at("/summary/calls").asInt()).isEqualTo(1);
    }

    @Test
    void linesOfJsonAreOneForEachCall() {
        CliRun run = CliRun.of("run", PROMPT, "--calls", "3", "--jsonl");

        assertThat(run.out().lines().map(RawJson::tree).map(call -> call.get("index").asInt()))
                .containsExactly(0, 1, 2);
    }

    @Test
    void oneFormOfJsonIsEnough() {
        CliRun run = CliRun.of("run", PROMPT, "--json", "--jsonl");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().strip()).endsWith("Give either --json or --jsonl");
    }

    @Test
    void callsAreKeptInASessionOfTheirOwn() {
        var store = new MemorySessions();

        CliRun run = CliRun.keeping(() -> store, "run", PROMPT, "--calls", "3", "--json");

        assertThat(store.appended()).extracting(Call::number).containsExactly(1, 2, 3);
        assertThat(store.ids()).hasSize(1);
        assertThat(store.appended()).extracting(call -> call.verdict().words()).isEqualTo(
                StreamSupport.stream(run.json().get("calls").spliterator(), false)
                        .map(call -> call.get("verdict").asText()).toList());
    }

    /// Two stores of one session would write into each other's lines.
    @Test
    void parallelCallsAreKeptByOneStore(@TempDir Path folder) throws IOException {
        var asked = new AtomicInteger();

        CliRun.keeping(() -> {
            asked.incrementAndGet();
            return new SqliteSessionStore(folder);
        }, "run", PROMPT, "--calls", "60", "--concurrency", "12", "--jsonl");

        assertThat(asked).hasValue(1);
        try (var store = new SqliteSessionStore(folder)) {
            assertThat(store.last().orElseThrow().session().calls()).extracting(Call::number)
                    .isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());
        }
    }

    @Test
    void callsThatCannotBeKeptAreMadeAndSaid() {
        CliRun run = CliRun.keeping(() -> new MemorySessions().fill("No space left on device"), "run", PROMPT,
                "--calls", "2", "--json");

        assertThat(run.status()).isOne();
        assertThat(run.json().get("calls")).hasSize(2);
        assertThat(run.err().lines()).containsExactly("No call could be written to disk: No space left on device. "
                + "What is printed here is all there is of 2 calls");
    }

    @Test
    void variablesWithoutAValueAreSaidAsInCount() throws IOException {
        String prompt = Files.writeString(folder.resolve("v.prompt"),
                "---\nmodel: openai/gpt-5.4\n---\nHello {{name}}.\n").toString();

        for (String command : List.of("run", "count", "forecast")) {
            assertThat(CliRun.of(command, prompt).err().lines()).as(command)
                    .containsExactly("warning: no value for name: counted as nothing");
        }
    }

    @ParameterizedTest
    @CsvSource({"--calls, 0", "--concurrency, 0", "--calls, -3"})
    void lessThanOneCallIsRefused(String option, String number) {
        CliRun run = CliRun.of("run", PROMPT, option, number);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aProfileThatIsNotThereIsSaidWithThoseThatAre() {
        CliRun run = CliRun.of("run", PROMPT, "--profile", "Nobody");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("\"Nobody\"", "Simulator, OpenAI");
    }

    private String prompt(String cache) throws IOException {
        return Files.writeString(folder.resolve("a.prompt"), "---\nmodel: openai/gpt-5.4\ncachewright.cache: { " + cache
                + " }\n---\n{{role \"user\"}}\n{{! @block id=a kind=static break=true }}\nHi.\n").toString();
    }
}
