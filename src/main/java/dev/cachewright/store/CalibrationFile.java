package dev.cachewright.store;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.catalog.Calibration;
import dev.cachewright.format.catalog.CalibrationReader;
import dev.cachewright.prompt.text.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// User-defined corrections, kept beside the preferences. The file is usually missing.
public final class CalibrationFile {

    private final Path file;

    public CalibrationFile(Path file) {
        this.file = file;
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
