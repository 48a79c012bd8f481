package dev.cachewright.format.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Source;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationReaderTest {

    @Test
    void readsACorrectionForAModel() {
        Calibration read = read("""
                {"corrections": {"claude-sonnet-4-6":
                  {"low": 1.10, "typical": 1.12, "high": 1.14, "source": "count_tokens, 2026-11-20"}}}""");

        assertThat(read).isEqualTo(new Calibration(Map.of("claude-sonnet-4-6",
                new Correction(1.10, 1.12, 1.14, 1.14, new Source("count_tokens, 2026-11-20", ""))), List.of()));
    }

    @Test
    void aWrongEntryIsToldWithItsPlaceAndTheRestIsUsed() {
        Calibration read = read("""
                {"note": {"mine": [1]}, "corrections": {
                  "a": {"low": 1.2, "typical": 1.1, "high": 1.3},
                  "b": {"low": 1.0, "typical": 1.1, "high": 1.3},
                  "c": {"low": 1.0, "typical": "1.1", "high": 1.3},
                  "d": 1.2,
                  "gpt-5.4": {"low": 1.0, "typical": 1.1, "high": 1.3},
                  "e": {"low": 1, "typical": 112, "high": 130},
                  "f": {"low": 1, "typical": 1.1, "high": 1.2, "otherScripts": 1.1}}}""");

        assertThat(read.corrections()).containsOnlyKeys("b");
        assertThat(read.corrections().get("b").source().text()).isEqualTo("calibration.json");
        assertThat(read.problems()).extracting(CalibrationReaderTest::words).containsExactly(
                "2:3 \"a\" is left out: a correction needs low ≤ typical ≤ high",
                "4:3 \"c\" is left out: a correction needs \"typical\", a number above 0 and up to 20",
                "5:3 \"d\" is left out: a correction needs \"low\", a number above 0 and up to 20",
                "6:3 \"gpt-5.4\" is counted exactly and does not take a correction",
                "7:3 \"e\" is left out: a correction needs \"typical\", a number above 0 and up to 20",
                "8:3 \"f\" is left out: \"otherScripts\" is the high factor for other letters and not below \"high\"");
    }

    @Test
    void whatStandsBeforeAFaultInTheJsonIsUsed() {
        Calibration read = read("""
                {"corrections": {
                  "a": {"low": 1.0, "typical": 1.1, "high": 1.3},
                  "b": {"low": 1.0, "typical" 1.1}}}""");

        assertThat(read.corrections()).containsOnlyKeys("a");
        assertThat(read.problems()).singleElement().extracting(CalibrationReaderTest::words).asString()
                .startsWith("3:").contains("This is not valid JSON");
    }

    @Test
    void otherShapesAreTold() {
        assertThat(read("[]").problems()).extracting(CalibrationReaderTest::words)
                .containsExactly("1:1 Expected an object with \"corrections\" here");
        assertThat(read("{\"corrections\": []}").problems()).extracting(CalibrationReaderTest::words)
                .containsExactly("1:17 Expected an object of corrections by model here");
        assertThat(read("{}").problems()).isEmpty();
    }

    private static Calibration read(String json) {
        return CalibrationReader.read(json, "gpt-5.4"::equals);
    }

    private static String words(InputException problem) {
        return problem.line() + ":" + problem.column() + " " + problem.getMessage();
    }
}
