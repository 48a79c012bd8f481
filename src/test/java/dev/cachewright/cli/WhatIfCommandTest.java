package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {

    private static final String PROMPT = CliRun.golden("support.prompt");
    private static final String SUPPORT = "src/main/resources/samples/support-agent.prompt";

    @TempDir
    private Path folder;

    private static JsonNode json(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "what-if";
        all[1] = PROMPT;
        all[2] = "--json";
        System.arraycopy(more, 0, all, 3, more.length);
        return CliRun.of(all).json();
    }

    /// What a warm and a cold call cost is what a forecast of calls says that come soon and too late.
    @Test
    void coldAndWarmCallsAreThoseOfTheForecast() {
        JsonNode answer = json("--output", "0").at("/answers/0");
        JsonNode soon = CliRun.of("forecast", PROMPT, "--calls", "2", "--json").json();
        assertThat(answer.at("/cold/cached").asDouble()).isZero();
        assertThat(answer.at("/warm/cached").asDouble()).isEqualTo(soon.at("/calls/1/forecast/cached").asDouble());
        assertThat(answer.at("/cold/cost").asDouble()).isCloseTo(soon.at("/calls/0/forecast/cost").asDouble(),
                within(soon.at("/calls/0/forecast/cost").asDouble() * 0.02));
        assertThat(answer.get("perDay").asDouble()).isCloseTo(answer.get("perCall").asDouble() * 24 * 60, within(1e-6));
        assertThat(answer.get("perMonth").asDouble()).isCloseTo(answer.get("perDay").asDouble() * 30, within(1e-6));
    }

    @Test
    void fewerCallsAreColderAndMoreKeysToo() {
        double often = json("--per-minute", "1", "--ttl", "in_memory").at("/answers/0/coldShare").asDouble();
        double seldom = json("--per-minute", "0.05", "--ttl", "in_memory").at("/answers/0/coldShare").asDouble();
        double spread = json("--per-minute", "1", "--keys", "20", "--ttl", "in_memory").at("/answers/0/coldShare")
                .asDouble();
        assertThat(seldom).isCloseTo(Math.exp(-0.5), within(1e-9));
        assertThat(spread).isEqualTo(seldom);
        assertThat(often).isLessThan(seldom);
    }

    @Test
    void otherModelsCurvesAndBatchesStandBesideIt() {
        JsonNode json = json("--models", "gpt-5.6-sol,claude-sonnet-4-6", "--curve", "per-minute", "--batch", "40");
        assertThat(json.get("models")).extracting(row -> row.get("model").asText())
                .containsExactly("gpt-5.6-sol", "claude-sonnet-4-6");
        assertThat(json.get("curve")).isNotEmpty();
        assertThat(json.get("curve")).extracting(row -> row.get("coldShare").asDouble())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(json.get("batch")).extracting(row -> row.get("cost").asDouble()).isSorted();
        assertThat(json.at("/batch/0/cold").asInt()).isEqualTo(1);
        assertThat(json("--models", "all").get("models").size()).isGreaterThan(30);
    }

    @Test
    void theTableSaysWhereItsFiguresComeFrom() {
        CliRun run = CliRun.of("what-if", PROMPT, "--per-minute", "0.2", "--ttl", "in_memory", "--batch", "5");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("exp(−0.2 × 10)", "cold call: 0 cached", "without a cache $", "keep-alive: ",
                "prices of ", "one first, then the rest");
    }

    @Test
    void theWritePriceOfEachLifetimeIsThere() {
        CliRun run = CliRun.of("what-if", "src/main/resources/samples/claude-review.prompt");

        assertThat(run.out()).contains("written $2.50 for 5m (1.25 × input), $4.00 for 1h (2 × input)",
                "kept 1 h: a written prefix pays from 3 calls within its lifetime on: 2 × input to write");
    }

    @Test
    void aPromptThatAsksForALongLifetimePaysItsPrice() throws IOException {
        String sample = Files.readString(Path.of("src/main/resources/samples/claude-review.prompt"));
        Path file = Files.writeString(folder.resolve("long.prompt"), sample.replaceFirst("\\n---\n",
                "\ncachewright.cache: { ttl: 1h }\n---\n"));
        for (String name : List.of("claude-changes.csv")) {
            Files.copy(Path.of("src/main/resources/samples", name), folder.resolve(name));
        }

        CliRun run = CliRun.of("what-if", file.toString());

        assertThat(run.out()).contains("kept 1 h", "pays from 3 calls within its lifetime on: 2 × input to write");
    }

    @Test
    void aThresholdThatIsNotTheLeastSaysWhereItComesFrom() {
        CliRun own = CliRun.of("what-if", SUPPORT, "--model", "gpt-5.5");
        CliRun other = CliRun.of("what-if", SUPPORT, "--models", "gpt-5.5,gpt-5.5-pro");

        for (CliRun run : List.of(own, other)) {
            assertThat(run.out()).containsOnlyOnce("threshold 2,560: prefixes end at multiples of 2,048 tokens")
                    .contains("1,536 hidden ones", "4,096 − 1,536 (OpenAI’s guide to prompt caching, 2026-10)",
                            "openai/codex#20301");
        }
    }

    @Test
    void aClockThatMakesThePrefixShortIsNamed() {
        CliRun run = CliRun.of("what-if", "src/main/resources/samples/timestamp-pitfall.prompt");

        assertThat(run.out()).contains("below the threshold of 1,024: the prefix ends at {{now}} in clock",
                "the static prefix ends after 10 tokens, at {{now}} in clock", "advise").doesNotContain("never pay");
    }

    @Test
    void aSingleRequestWithAClockSaysThatItIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("clock.prompt"), "---\nmodel: openai/gpt-5.4\n---\n"
                + "{{role \"system\"}}\nIt is 2026-09-06 09:41.\n" + "Name the platform and the time of each train. "
                        .repeat(200)
                + "\n{{role \"user\"}}\nHello\n");

        assertThat(CliRun.of("what-if", file.toString()).out())
                .contains("there is one row, which comes again in every call: text of system that changes is read");
    }

    @Test
    void optionsOfABatchNeedOne() {
        for (String option : List.of("--parallel", "--first-token", "--whole")) {
            CliRun run = CliRun.of("what-if", SUPPORT, option, "3");

            assertThat(run.status()).isEqualTo(2);
        }
        assertThat(CliRun.of("what-if", SUPPORT, "--parallel", "3").err())
                .contains("--parallel is of a batch: say with --batch N how many calls it has");
        assertThat(CliRun.of("what-if", SUPPORT, "--first-token", "2s").err()).contains("--first-token is of a batch");
    }

    @Test
    void oneTokenIsOne() {
        assertThat(CliRun.of("what-if", SUPPORT, "--pad", "1", "--output", "1").out())
                .contains("1 token out, 1 token of padding", "in one cache, kept");
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThat(CliRun.of("what-if", PROMPT, "--ttl", "3h").err()).contains("--ttl", "24h");
        assertThat(CliRun.of("what-if", PROMPT, "--per-minute", "0").err()).contains("--per-minute");
        assertThat(CliRun.of("what-if", PROMPT, "--models", "no-such").err()).contains("no-such");
        assertThat(CliRun.of("what-if", PROMPT, "--curve", "x").err()).contains("per-minute");
        assertThat(CliRun.of("what-if", PROMPT, "--keys", "0").status()).isEqualTo(2);
    }
}
