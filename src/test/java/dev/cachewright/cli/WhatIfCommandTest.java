package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class WhatIfCommandTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

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
    void whatCannotBeIsSaid() {
        assertThat(CliRun.of("what-if", PROMPT, "--ttl", "3h").err()).contains("--ttl", "24h");
        assertThat(CliRun.of("what-if", PROMPT, "--per-minute", "0").err()).contains("--per-minute");
        assertThat(CliRun.of("what-if", PROMPT, "--models", "no-such").err()).contains("no-such");
        assertThat(CliRun.of("what-if", PROMPT, "--curve", "x").err()).contains("per-minute");
        assertThat(CliRun.of("what-if", PROMPT, "--keys", "0").status()).isEqualTo(2);
    }
}
