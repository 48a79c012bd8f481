package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.store.CalibrationFile.Calibrated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest {

    private static final Catalog CATALOG = BundledCatalog.read();

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("calibration.json");
    }

    @Test
    void aMissingFileIsNothingUnusual() {
        assertThat(new CalibrationFile(file).over(CATALOG)).isEqualTo(new Calibrated(CATALOG, List.of()));
    }

    @Test
    void itsCorrectionsStandInForThoseOfTheCatalogue() throws IOException {
        Files.writeString(file, """
                {"corrections": {"claude-sonnet-4-6": {"low": 1.1, "typical": 1.12, "high": 1.14, "source": "s"}}}""");

        Calibrated calibrated = new CalibrationFile(file).over(CATALOG);

        assertThat(calibrated.problems()).isEmpty();
        assertThat(calibrated.catalog().lookUp("anthropic/claude-sonnet-4-6").correction().typical()).isEqualTo(1.12);
    }

    @Test
    void aWrongEntryIsToldWithFileLineAndColumn() throws IOException {
        Files.writeString(file, """
                {"corrections": {
                  "gpt-4o": {"low": 1.1, "typical": 1.12, "high": 1.14},
                  "claude-sonnet-4-6": {"low": 1.1, "typical": 1.12, "high": 1.14}}}""");

        Calibrated calibrated = new CalibrationFile(file).over(CATALOG);

        assertThat(calibrated.problems()).extracting(FileProblem::oneLine)
                .containsExactly(file + ":2:3: \"gpt-4o\" is counted exactly and does not take a correction");
        assertThat(calibrated.catalog().lookUp("claude-sonnet-4-6").correction().typical()).isEqualTo(1.12);
    }

    @Test
    void aFileThatIsNoTextIsTold() throws IOException {
        Files.write(file, new byte[]{'{', 0, 1});

        assertThat(new CalibrationFile(file).over(CATALOG).problems()).extracting(FileProblem::oneLine)
                .containsExactly(file + ":1:2: This is not a text file");
    }
}
