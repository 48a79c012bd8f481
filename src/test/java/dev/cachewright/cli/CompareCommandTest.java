package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.cachewright.session.Call;
import dev.cachewright.session.MemorySessions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {

    private static final String POLICY = "Answer in one short sentence and name the paragraph. ".repeat(138);

    @TempDir
    private Path folder;
    private Path first;
    private Path last;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "now\n" + "ten\neleven\ntwelve\nthirteen\nfourteen\n");
        first = prompt("first.prompt", "Now: {{now}}\n" + POLICY);
        last = prompt("last.prompt", POLICY + "\nNow: {{now}}");
    }

    private Path prompt(String name, String system) throws IOException {
        return Files.writeString(folder.resolve(name), "---\nmodel: openai/gpt-5.4\ncachewright.values: rows.csv\n---\n"
                + "{{role \"system\"}}\n" + system + "\n{{role \"user\"}}\nWhy?\n");
    }

    private CliRun compare(String... more) {
        return CliRun.of(Stream.concat(Stream.of("compare", first.toString(), last.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// The same figures as `forecast` gives for each.
    @Test
    void eachLayoutIsForecastAsForecastDoes() {
        JsonNode json = compare("--calls", "4", "--every", "2s", "--json").json();

        for (int i = 0; i < 2; i++) {
            JsonNode alone = CliRun.of("forecast", (i == 0 ? first : last).toString(), "--calls", "4", "--every", "2s",
                    "--json").json();
            JsonNode layout = json.get("layouts").get(i);
            assertThat(layout.get("cached")).isEqualTo(alone.at("/summary/forecastCached"));
            assertThat(layout.get("cost").asDouble()).isEqualTo(alone.at("/summary/cost").asDouble());
        }
        JsonNode difference = json.at("/differences/0");
        assertThat(difference.get("cached").asInt()).isEqualTo(json.at("/layouts/1/cached").asInt()).isGreaterThan(
                3_000);
        assertThat(difference.get("cost").asDouble()).isNegative();
        assertThat(difference.get("commonTokens").asInt()).isLessThan(10);
        assertThat(difference.get("lines")).extracting(line -> line.get("change").asText()).contains("removed",
                "added");
        assertThat(json.get("measured").isNull()).isTrue();
        assertThat(json.get("chosen").isNull()).isTrue();
    }

    @Test
    void theTableSaysWhatPartsThem() {
        CliRun run = compare("--text");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("against the first", last + " left " + first + " at token", "cause: ",
                "lines of the text: 1 removed, 1 added", "- Now: {{now}}\n", "+ Now: {{now}}\n");
    }

    @Test
    void aBlockThatWasAddedInFrontIsNoEditOfTheText() throws IOException {
        String rules = "{{! @block id=rules kind=static }}\n" + POLICY;
        Path plain = prompt("plain.prompt", rules);
        Path added = prompt("added.prompt", "{{! @block id=greeting kind=static }}\nBe kind.\n" + rules);

        CliRun run = CliRun.of("compare", plain.toString(), added.toString(), "--json");
        CliRun unmarked = CliRun.of("compare", last.toString(), prompt("more.prompt", "Be kind.\n" + POLICY
                + "\nNow: {{now}}").toString());

        assertThat(run.json().at("/differences/0/causes/0/cause").asText()).isEqualTo("blocks added");
        assertThat(run.json().at("/differences/0/causes/0/text").asText())
                .isEqualTo("A block was added before block 1, rules: greeting");
        assertThat(unmarked.out()).contains("cause: Text was only added: 1 line");
    }

    @Test
    void theMeasuredComparisonTellsTheDifferenceOfTheRules() {
        JsonNode json = compare("--measure", "--rounds", "4", "--json").json();
        JsonNode measured = json.get("measured");
        JsonNode cost = measured.at("/findings/0");
        // By the rules: the first call is cold, and what is read costs a tenth of $2.50 a million.
        double truth = -json.at("/layouts/1/cached").asInt() / 4.0 * 2.25e-6;

        assertThat(measured.get("calls").asInt()).isEqualTo(15);
        assertThat(measured.get("rounds").asInt()).isEqualTo(4);
        assertThat(measured.get("complete").asBoolean()).isTrue();
        assertThat(cost.get("layout").asText()).isEqualTo(last.toString());
        assertThat(cost.get("against").asText()).isEqualTo(first.toString());
        assertThat(cost.get("pairs").asInt()).isEqualTo(4);
        assertThat(cost.get("told").asBoolean()).isTrue();
        assertThat(truth).isBetween(cost.get("low").asDouble() - 1e-9, cost.get("high").asDouble() + 1e-9);
        assertThat(measured.get("findings")).hasSize(6);
        assertThat(measured.at("/findings/1/control").asBoolean()).isTrue();
        assertThat(measured.at("/findings/1/told").asBoolean()).isFalse();
    }

    /// 1,406 tokens are 1,280 in steps of 128; with what the experiment puts before them they are 1,408.
    @Test
    void aStepThatTheExperimentReachesByItselfIsSaid() throws IOException {
        Path near = prompt("near.prompt", POLICY + POLICY.substring(0, POLICY.length() / 138 * 2) + "\nNow: {{now}}");

        CliRun run = CliRun.of("compare", first.toString(), near.toString(), "--measure", "--rounds", "2");

        assertThat(run.err()).contains("note: with the digits", near + " reaches another step", "128 more tokens")
                .doesNotContain(first + " reaches");
        assertThat(compare("--measure", "--rounds", "2").err()).doesNotContain("another step");
    }

    @Test
    void aLayoutAgainstItselfShowsNoDifferenceAndIsNotChosen() throws IOException {
        Path target = folder.resolve("chosen.prompt");
        CliRun run = CliRun.of("compare", last.toString(), last.toString(), "--measure", "--rounds", "3", "--choose",
                target.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains(last + " (2)", "no difference found", "no line of the text differs");
        assertThat(run.err()).contains("nothing was chosen");
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"'', its forecast", "--measure, its calls"})
    void theOneThatCostsLessIsPutIntoTheFile(String measure, String by) throws IOException {
        String[] more = Stream.of(measure, "--choose", first.toString()).filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        CliRun run = compare(more);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains(last + " costs least by " + by);
        assertThat(first).hasSameBinaryContentAs(last);
        assertThat(files(folder)).hasSize(3);
    }

    @Test
    void theChosenLayoutTakesItsFilesAlongAndOverwritesNoOther() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path target = elsewhere.resolve("best.prompt");

        assertThat(compare("--choose", target.toString()).status()).isZero();
        assertThat(target).hasSameBinaryContentAs(last);
        assertThat(elsewhere.resolve("rows.csv")).hasSameBinaryContentAs(folder.resolve("rows.csv"));

        Files.writeString(elsewhere.resolve("rows.csv"), "now\nnever\n");
        CliRun refused = compare("--choose", target.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("rows.csv", "is another file");
        assertThat(elsewhere.resolve("rows.csv")).hasContent("now\nnever\n");
    }

    @Test
    void whatStaysIsSaid() {
        CliRun run = CliRun.of("compare", first.toString(), last.toString(), "--choose", last.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("stays as it is");
    }

    @Test
    void callsAreKeptAndPausesAreMade() {
        var kept = new MemorySessions();
        CliRun.keeping(() -> kept, "compare", first.toString(), last.toString(), "--measure", "--rounds", "2");
        var pauses = new ArrayList<Duration>();
        CliRun run = CliRun.pausing((pause, _) -> pauses.add(pause), "compare", first.toString(), last.toString(),
                "--measure", "--rounds", "2", "--pause", "2s");

        assertThat(kept.appended()).extracting(Call::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(kept.appended()).extracting(call -> call.target().prompt().name()).contains(first.toString(), last
                .toString());
        assertThat(pauses).hasSize(8).containsOnly(Duration.ofSeconds(2));
        assertThat(run.err()).contains("round 3 of 3");
    }

    @Test
    void aStoppedMeasurementSaysHowManyCallsItMade() {
        CliRun stopped = stoppedInPause(9, "--json");
        CliRun early = stoppedInPause(2);

        assertThat(stopped.err()).contains("stopped after 9 of 12 calls");
        assertThat(stopped.json().at("/measured/calls").asInt()).isEqualTo(9);
        assertThat(stopped.json().at("/measured/planned").asInt()).isEqualTo(12);
        assertThat(stopped.json().at("/measured/rounds").asInt()).isEqualTo(2);
        assertThat(early.err()).contains("stopped after 2 of 12 calls");
        assertThat(early.out()).contains("measured: no round of 3 calls").doesNotContain("95 % interval");
    }

    private CliRun stoppedInPause(int number, String... more) {
        var pauses = new AtomicInteger();
        return CliRun.pausing((_, cancellation) -> {
            if (pauses.incrementAndGet() == number) {
                cancellation.cancel();
            }
            return !cancellation.isCancelled();
        }, Stream.concat(Stream.of("compare", first.toString(), last.toString(), "--measure", "--rounds", "3",
                "--pause", "1s"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void failuresAreSaidInTheServersOwnWords() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> {
            byte[] body = "{\"error\": {\"message\": \"The owl is asleep\"}}".getBytes(StandardCharsets.UTF_8);
            http.getRequestBody().readAllBytes();
            http.sendResponseHeaders(503, body.length);
            http.getResponseBody().write(body);
            http.close();
        });
        server.start();
        try {
            CliRun run = compare("--measure", "--rounds", "4", "--pause", "0s", "--json", "--choose", first.toString(),
                    "--base-url", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.json().at("/measured/failures/0").asText()).contains("The owl is asleep");
            assertThat(run.json().at("/measured/complete").asBoolean()).isFalse();
            assertThat(run.json().at("/measured/findings/0/estimate").isNull()).isTrue();
            assertThat(run.err()).contains("The owl is asleep", "about $0.0", "15 calls to", "nothing was chosen");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theLimitEndsItBeforeItIsPassed() {
        CliRun run = compare("--measure", "--rounds", "3", "--max-cost", "0.02", "--max-output", "16", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("limit");
        assertThat(run.json().at("/measured/calls").asInt()).isBetween(1, 11);
    }

    @ParameterizedTest
    @CsvSource({"--rounds 5, --measure", "--measure --rounds 1, --rounds", "--calls 0, --calls",
            "--measure --max-cost 0, --max-cost", "--profile Nowhere, Nowhere", "--choose x.json, .prompt"})
    void whatCannotBeIsSaid(String arguments, String word) {
        CliRun run = compare(arguments.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(word);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void oneLayoutOrTwoModelsAreNoExperiment() throws IOException {
        Path other = Files.writeString(folder.resolve("other.prompt"), Files.readString(last).replace("gpt-5.4",
                "gpt-4o"));

        assertThat(CliRun.of("compare", first.toString()).err()).contains("two layouts");
        CliRun run = CliRun.of("compare", first.toString(), other.toString(), "--measure");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--model");
        assertThat(CliRun.of("compare", first.toString(), other.toString()).status()).isZero();
    }

    @Test
    void anUnknownModelHasNoForecastAndNoZeros() {
        JsonNode json = compare("--model", "no-such-model", "--json").json();

        assertThat(json.at("/layouts/0/cached").isNull()).isTrue();
        assertThat(json.at("/layouts/0/cost").isNull()).isTrue();
        assertThat(json.at("/differences/0/hitRate").isNull()).isTrue();
        assertThat(json.at("/layouts/0/exact").asBoolean()).isFalse();
    }
}
