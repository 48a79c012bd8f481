package dev.cachewright.store;

import dev.cachewright.catalog.Calibrations;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Measurement;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.catalog.Calibration;
import dev.cachewright.format.catalog.CalibrationReader;
import dev.cachewright.format.catalog.CalibrationWriter;
import dev.cachewright.prompt.text.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Corrections that the user has written or measured, kept beside the preferences. The file is usually missing.
public final class CalibrationFile implements Calibrations {

    private final Path file;

    public CalibrationFile(Path file) {
        this.file = file;
    }

    /// The file beside the user's own rows.
    public static CalibrationFile beside(Path catalogFile) {
        return new CalibrationFile(catalogFile.resolveSibling("calibration.json"));
    }

    /// @throws FileProblem where the file cannot be used
    @Override
    public Optional<Correction> keep(String model, Measurement measurement, Correction before, String source) {
        var kept = new AtomicReference<Optional<Correction>>(Optional.empty());
        TextFile.change(file, text -> {
            var written = CalibrationWriter.add(text, model, measurement, before, source);
            kept.set(written.correction());
            return written.text();
        });
        return kept.get();
    }

    /// The catalogue with the corrections of the file over its own.
    public Calibrated over(Catalog catalog) {
        if (!Files.exists(file)) {
            return new Calibrated(catalog, List.of());
        }
        try {
            Calibration read = CalibrationReader.read(TextFile.read(file).withoutMark(),
                    model -> catalog.find(model).flatMap(Model::encoding).isPresent());
            return new Calibrated(catalog.with(read.corrections()),
                    read.problems().stream().map(fault -> new FileProblem(file, fault)).toList());
        } catch (InputException e) {
            return new Calibrated(catalog, List.of(new FileProblem(file, e)));
        }
    }

    /// @param problems what could not be used of the file; the rest is in the catalogue
    public record Calibrated(Catalog catalog, List<FileProblem> problems) {
    }
}
