package dev.cachewright.format.catalog;

import dev.cachewright.catalog.Correction;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Map;

/// Measured corrections, which replace those of the catalogue.
///
/// @param corrections by model id
/// @param problems entries that cannot be used, each with its line and column
public record Calibration(Map<String, Correction> corrections, List<InputException> problems) {

    public Calibration {
        corrections = Map.copyOf(corrections);
        problems = List.copyOf(problems);
    }
}
