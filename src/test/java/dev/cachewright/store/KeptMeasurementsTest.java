package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMeasurementsTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final String MODEL = "claude-sonnet-4-6";
    private static final Correction BEFORE = CATALOG.lookUp(MODEL).correction();
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    @TempDir
    private Path folder;
    private CalibrationFile file;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("calibration.json");
        file = CalibrationFile.beside(folder.resolve("models.json"));
    }

    private static Measurement measurement(String request, double factor) {
        return new Measurement(request, DAY, factor, 1_000);
    }

    @Test
    void whatIsKeptIsReadBackWithItsDayAndItsRequests() {
        file.keep(MODEL, measurement("a", 1.1), BEFORE, "count_tokens, Anthropic");
        Correction kept = file.keep(MODEL, measurement("b", 1.2), BEFORE, "count_tokens, Anthropic").orElseThrow();

        var calibrated = file.over(CATALOG);

        assertThat(calibrated.problems()).isEmpty();
        assertThat(calibrated.catalog().lookUp(MODEL).correction()).isEqualTo(kept);
        assertThat(kept.requests()).isEqualTo(2);
        assertThat(kept.source().date()).hasValue(DAY);
        assertThat(kept.high() - kept.low()).isLessThan(BEFORE.high() - BEFORE.low() + 0.1);
    }

    @Test
    void whatTheUserWroteStaysToTheCharacterAndIsNeverReplaced() throws IOException {
        String own = """
                { "note":"mine",
                  "corrections": {"claude-opus-4-5":  {"low": 1.1, "typical": 1.12, "high": 1.14}
                }}
                """;
        Files.writeString(path, own);

        assertThat(file.keep("claude-opus-4-5", measurement("a", 1.3), BEFORE, "s")).isEmpty();
        assertThat(path).hasContent(own);

        assertThat(file.keep(MODEL, measurement("a", 1.1), BEFORE, "s")).isPresent();
        assertThat(path).content().startsWith(own.substring(0, own.lastIndexOf("\n}}")))
                .contains("\"" + MODEL + "\"");
        assertThat(file.over(CATALOG).problems()).isEmpty();
        assertThat(file.over(CATALOG).catalog().lookUp("claude-opus-4-5").correction().typical()).isEqualTo(1.12);
    }

    @Test
    void aFileThatCannotBeReadIsLeftAloneAndToldWithItsPlace() throws IOException {
        Files.writeString(path, "{\"corrections\": {,}}");

        assertThatThrownBy(() -> file.keep(MODEL, measurement("a", 1.1), BEFORE, "s"))
                .isInstanceOf(FileProblem.class);
        assertThat(path).hasContent("{\"corrections\": {,}}");
    }
}
