package dev.cachewright.catalog;

import java.util.Optional;

/// Keeps what was measured of models whose counts are estimates.
public interface Calibrations {

    /// Keeps a measurement with those before it.
    ///
    /// @param model the id of its row, or its name where it has none
    /// @param before what holds for the model without a measurement
    /// @param source where the count is from
    /// @return the correction that holds from now on; empty where the user has written one by hand, which stays
    /// @throws RuntimeException with a message for people where it cannot be kept
    Optional<Correction> keep(String model, Measurement measurement, Correction before, String source);
}
