package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ModelWarnings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.words.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

    @TempDir
    private Path folder;

    @Test
    void theFirstCallIsColdAndTheOthersReadThePrefix() {
        JsonNode json = CliRun.of("forecast", PROMPT, "--calls", "3", "--json").json();
        int cacheable = CliRun.of("count", PROMPT, "--json").json().get("cacheable").asInt();

        assertThat(json.get("rules").asText()).isEqualTo("openai-classic");
        assertThat(json.at("/calls/0/forecast/cached").asInt()).isZero();
        assertThat(json.at("/calls/0/verdict").asText()).isEqualTo("cold");
        assertThat(json.at("/calls/1/forecast/cached").asInt()).isEqualTo(cacheable);
        assertThat(json.at("/calls/2/verdict").asText()).isEqualTo("as forecast");
        assertThat(json.at("/calls/0/actual").isMissingNode()).isTrue();
        assertThat(json.at("/summary/forecastCached").asInt()).isGreaterThanOrEqualTo(2 * cacheable);
        assertThat(json.at("/summary/actualCached").isNull()).isTrue();
        assertThat(json.at("/summary/cost").asDouble()).isLessThan(json.at("/summary/costUncached").asDouble());
    }

    /// The place is that of `count`, the words those of the rows.
    @Test
    void theForecastNamesTheRowThatPartsAndTheWordsThere() throws IOException {
        Path prompt = folder.resolve("parting.prompt");
        Files.writeString(folder.resolve("rows.jsonl"), """
                {"city":"Hamburg","day":"Monday"}
                {"city":"Hamburg","day":"Tuesday"}
                {"city":"Bremen","day":"Monday"}
                """);
        Files.writeString(prompt, """
                ---
                model: openai/gpt-5.4
                cachewright.values: rows.jsonl
                ---
                {{role "system"}}
                {{! @block id=branch }}
                You answer for the branch in {{city}}, today {{day}}.
                """);

        JsonNode parting = CliRun.of("forecast", prompt.toString(), "--json").json().get("parting");
        JsonNode prefix = CliRun.of("count", prompt.toString(), "--json").json().get("staticPrefix");
        assertThat(parting.get("row").asInt()).isEqualTo(3);
        assertThat(parting.get("tokens")).isEqualTo(prefix.get("tokens"));
        assertThat(parting.get("block").asText()).isEqualTo(prefix.get("endsIn").asText());
        assertThat(parting.get("a").asText()).isEqualTo("Hamburg,");
        assertThat(parting.get("b").asText()).isEqualTo("Bremen,");
        assertThat(CliRun.of("forecast", prompt.toString()).out().lines()).last().asString().startsWith(
                "row 3 differs from row 1 after ")
                .contains(" tokens, at character 30 of branch: “Bremen,” instead of “Hamburg,”");
    }

    @Test
    void whereRowsPartIsAnEstimateWhereTheCountIs() {
        JsonNode parting = CliRun.of("forecast", PROMPT, "--model", "claude-sonnet-4-6", "--json").json()
                .get("parting");
        JsonNode prefix = CliRun.of("count", PROMPT, "--model", "claude-sonnet-4-6", "--json").json()
                .get("staticPrefix");

        assertThat(parting.get("tokens")).isEqualTo(prefix.get("tokens"));
        assertThat(parting.get("band")).isEqualTo(prefix.get("band"));
        assertThat(CliRun.of("forecast", PROMPT, "--model", "claude-sonnet-4-6").out().lines()).last().asString()
                .contains("after ≈ ");
    }

    @Test
    void rowsThatAreTheSamePartNowhere() throws IOException {
        Path same = Files.writeString(folder.resolve("same.jsonl"),
                "{\"order\":\"1\",\"question\":\"Where?\"}\n".repeat(2));

        CliRun run = CliRun.of("forecast", PROMPT, "--values", same.toString(), "--json");

        assertThat(run.json().get("parting").isNull()).isTrue();
    }

    @Test
    void callsAreAsFarApartAsAsked() {
        JsonNode json = CliRun.of("forecast", PROMPT, "--calls", "2", "--every", "30h", "--start",
                "2026-11-23T09:00:00Z", "--json").json();

        assertThat(json.at("/calls/1/at").asText()).isEqualTo("2026-11-24T15:00:00Z");
        assertThat(json.at("/calls/1/verdict").asText()).isEqualTo("expired");
    }

    @Test
    void unknownModelAsksForRules() {
        CliRun run = CliRun.of("forecast", PROMPT, "--model", "my-model");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("my-model").contains("--rules");
        assertThat(CliRun.of("forecast", PROMPT, "--model", "my-model", "--rules", "block-16", "--json").json()
                .at("/rules").asText()).isEqualTo("block-16");
    }

    @Test
    void unknownRulesAreNamedWithThoseThereAre() {
        assertThat(CliRun.of("forecast", PROMPT, "--rules", "gpt").err()).contains("\"gpt\"").contains("openai-grid");
    }

    @Test
    void callsThatAreSentTogetherReadNothingOfEachOther() {
        JsonNode json = CliRun.of("forecast", PROMPT, "--calls", "6", "--parallel", "3", "--json").json();

        assertThat(json.findValuesAsText("verdict")).containsExactly("cold", "too early", "too early", "as forecast",
                "as forecast", "as forecast");
    }

    @Test
    void tableSaysVerdictsAsTheWindowDoes() {
        String out = CliRun.of("forecast", PROMPT, "--calls", "2", "--parallel", "2").out();

        assertThat(out.lines().skip(1).limit(2).map(line -> line.replaceFirst(".*\\d  ", "")))
                .containsExactly("cold", Texts.get("verdict.too-early"));
    }

    @Test
    void pausesLetWhatWasStoredExpire() {
        JsonNode json = CliRun.of("forecast", PROMPT, "--model", "gpt-4o", "--calls", "4", "--pause-after", "2",
                "--pause", "2h", "--json").json();

        assertThat(json.findValuesAsText("verdict")).containsExactly("cold", "as forecast", "expired", "as forecast");
    }

    @Test
    void moreCallsAMinuteThanOneKeyTakesAreWarnedOf() {
        assertThat(CliRun.of("forecast", PROMPT, "--every", "3s").err()).contains("15 calls a minute");
        assertThat(CliRun.of("forecast", PROMPT, "--every", "5s").err()).doesNotContain("a minute");
        assertThat(CliRun.of("forecast", PROMPT, "--every", "3s", "--model", "gpt-6-sol").err())
                .doesNotContain("a minute");
    }

    @Test
    void anUnknownModelNeedsARow() {
        CliRun run = CliRun.of("forecast", PROMPT, "--model", "gpt-6");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly("the model \"gpt-6\" is not in the catalogue: a forecast "
                + "needs rules, which --rules can name; add a row for it in models.json");
    }

    @Test
    void callsBeforeTheFirstPriceOfARowAreReported() {
        String day = "2026-09-21T00:00:00Z";
        var warnings = new ByteArrayOutputStream();
        var known = new ModelWarnings(Simulators.ANALYST.catalog(), new Console(CliRun.stream(warnings), CliRun.stream(
                warnings)));
        known.check("gpt-6-sol", Instant.parse(day), "", "");
        known.check("gpt-6-sol", Instant.parse(day), "", "");
        known.check("gpt-6-astra", Instant.parse(day), "", "");

        assertThat(warnings.toString(StandardCharsets.UTF_8).lines()).containsExactly("warning: the first price of "
                + "\"gpt-6-sol\" is from 2026-09-22: calls before that day are priced with it");
    }

    @Test
    void tableHasARowForEachRow() {
        assertThat(CliRun.of("forecast", PROMPT).out()).contains("cold").contains("hit rate");
    }
}
