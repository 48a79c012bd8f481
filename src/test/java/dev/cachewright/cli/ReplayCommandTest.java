package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final String POLICY = "Answer from the policy alone. ".repeat(250);

    @TempDir
    private Path folder;

    private static String line(String model, String question, String usage) {
        return "{\"model\": \"" + model + "\", \"request\": {\"messages\": [{\"role\": \"system\", \"content\": \""
                + POLICY + "\"}, {\"role\": \"user\", \"content\": \"" + question + "\"}]}" + usage + "}\n";
    }

    private String file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("calls.jsonl"), String.join("", lines)).toString();
    }

    /// 215 calls to OpenAI, two of them with a breakpoint on gpt-5.6.
    @Test
    void recordedCallsReadAndWriteWhatTheRulesSay() {
        Path recorded = Path.of("../shared/data/openai-usage.jsonl");
        assumeTrue(Files.exists(recorded), "no recorded calls at " + recorded);

        JsonNode json = CliRun.of("replay", recorded.toString(), "--json").json();

        JsonNode compared = json.at("/summary/compared");
        assertThat(compared.get("cachedExact")).isEqualTo(compared.get("cachedReported"));
        assertThat(compared.get("inputExact").asDouble() / compared.get("calls").asInt()).isGreaterThan(0.94);
        int written = 0;
        for (JsonNode call : json.get("calls")) {
            if (call.at("/actual/written").isNumber()) {
                assertThat(call.at("/forecast/written")).isEqualTo(call.at("/actual/written"));
                written += call.at("/actual/written").asInt();
            }
        }
        assertThat(written).isEqualTo(4_012);
    }

    @Test
    void callsAreTakenInTheOrderOfTheirTimesAndPrintedAsTheyStand() throws IOException {
        String late = line("gpt-4o", "Where?", ", \"at\": \"2026-11-23T09:05:00Z\"");
        String early = line("gpt-4o", "Why?", ", \"at\": \"2026-11-23T09:00:00Z\"");

        JsonNode json = CliRun.of("replay", file(late, early), "--json").json();

        assertThat(json.at("/calls/0/at").asText()).isEqualTo("2026-11-23T09:05:00Z");
        assertThat(json.at("/calls/0/forecast/cached").asInt()).isPositive();
        assertThat(json.at("/calls/1/forecast/cached").asInt()).isZero();
    }

    @Test
    void rulesOfAnotherServerCanBeTried() throws IOException {
        String calls = file(line("gpt-4o", "Why?", ""), line("gpt-4o", "Why?", ""));

        JsonNode json = CliRun.of("replay", calls, "--rules", "longest-prefix", "--json").json();

        assertThat(json.get("rules").asText()).isEqualTo("longest-prefix");
        assertThat(json.at("/calls/1/forecast/cached").asInt()).isEqualTo(json.at("/calls/1/input").asInt() - 1);
    }

    @Test
    void laterCallsReadWhatEarlierOnesLeft() throws IOException {
        JsonNode json = CliRun.of("replay", file(line("gpt-4o", "Why?", ""), line("gpt-4o", "Where?", "")), "--json")
                .json();

        int input = json.at("/calls/0/input").asInt();
        assertThat(json.at("/calls/0/forecast/cached").asInt()).isZero();
        assertThat(json.at("/calls/1/forecast/cached").asInt()).isEqualTo((input - 10) / 128 * 128);
        assertThat(json.at("/calls/1/verdict").asText()).isEqualTo("not reported");
        assertThat(json.at("/summary/compared").isMissingNode()).isTrue();
        assertThat(json.at("/summary/cost").asDouble()).isLessThan(json.at("/summary/costUncached").asDouble());
    }

    @Test
    void reportedUsageIsCompared() throws IOException {
        int counted = CliRun.of("replay", file(line("gpt-4o", "Why?", "")), "--json").json().at("/calls/0/input")
                .asInt();
        String usage = ", \"usage\": {\"prompt_tokens\": " + counted
                + ", \"completion_tokens\": 5, \"prompt_tokens_details\": {\"cached_tokens\": 0}}";
        JsonNode json = CliRun.of("replay", file(line("gpt-4o", "Why?", usage), line("gpt-4o", "Why so?", usage)),
                "--json").json();

        assertThat(json.at("/calls/0/verdict").asText()).isEqualTo("cold");
        assertThat(json.at("/calls/0/actual/input").asInt()).isEqualTo(counted);
        assertThat(json.at("/calls/1/verdict").asText()).isEqualTo("provider unexplained");
        assertThat(json.at("/summary/compared").toString()).isEqualTo(
                "{\"calls\":2,\"inputExact\":1,\"inputWithin1pct\":2,\"cachedExact\":1,\"cachedReported\":2}");
    }

    @Test
    void givenRulesStandInForThoseOfTheModel() throws IOException {
        JsonNode json = CliRun.of("replay", file(line("gpt-6", "Why?", ""), line("gpt-6", "Why?", "")), "--rules",
                "longest-prefix", "--json").json();

        assertThat(json.at("/calls/1/forecast/cached").asInt()).isEqualTo(json.at("/calls/1/input").asInt() - 1);
    }

    @Test
    void anUnknownModelHasNoForecastAndIsToldOnce() throws IOException {
        CliRun run = CliRun.of("replay", file(line("gpt-6", "Why?", ""), line("gpt-6", "Why?", "")), "--json");
        JsonNode json = run.json();

        assertThat(run.err().lines()).containsExactly("warning: the model \"gpt-6\" is not in the catalogue: its calls "
                + "have no forecast and no price; add a row for it in models.json, or give --rules");
        assertThat(json.at("/calls/0/forecast").isNull()).isTrue();
        assertThat(json.at("/calls/0/verdict").asText()).isEqualTo("no forecast");
        assertThat(json.at("/summary/forecastCached").isNull()).isTrue();
        assertThat(json.at("/summary/hitRate").isNull()).isTrue();
        assertThat(CliRun.of("replay", file(line("gpt-6", "Why?", ""))).out().lines().toList().getLast())
                .isEqualTo("hit rate -");
    }

    @Test
    void aRateThatIsForecastIsNotToldAsReported() throws IOException {
        String usage = ", \"usage\": {\"prompt_tokens\": 1520}";

        assertThat(CliRun.of("replay", file(line("gpt-4o", "Why?", usage), line("gpt-4o", "Why?", usage))).out())
                .containsPattern("hit rate [0-9.]+% forecast, input counted exactly");
    }

    @Test
    void countsThatCannotBeRightAreShownAsTheyCame() throws IOException {
        String calls = file(line("gpt-4o", "Why?", ", \"usage\": {\"prompt_tokens\": 90000000}"),
                line("gpt-4o", "Why?", ", \"usage\": [1]"));

        CliRun run = CliRun.of("replay", calls);

        assertThat(run.err().lines()).containsExactly(
                "warning: The server reported a count for call 1 that cannot be right: prompt_tokens 90000000.",
                "warning: The server reported a count for call 2 that cannot be right: usage [1].");
        JsonNode json = CliRun.of("replay", calls, "--json").json();
        assertThat(json.at("/calls/0/actual/unreadable/0").asText()).isEqualTo("prompt_tokens 90000000");
        assertThat(json.at("/calls/0/actual/input").isNull()).isTrue();
        assertThat(json.at("/calls/1/verdict").asText()).isEqualTo("not readable");
    }

    @Test
    void aFileWithoutACallNamesItsFirstFault() throws IOException {
        CliRun run = CliRun.of("replay", file("\n", "{\"request\": 5}\n"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("calls.jsonl:2:");
        assertThat(run.out()).isEmpty();
    }
}
