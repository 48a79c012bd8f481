package dev.cachewright.provider.count;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Calibrations;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Measurement;
import dev.cachewright.catalog.Model;
import java.util.Optional;

/// Our count of a request and that of its server.
///
/// @param destination by which we counted
/// @param measurement what follows for the model; empty where the model is counted exactly, since there a difference is
/// a fault of ours and no property of the model
public record CountComparison(Destination destination, TokenRange ours, ServerCount server,
        Optional<Measurement> measurement) {

    /// How many tokens more the server counts.
    public int difference() {
        return server.tokens() - ours.tokens();
    }

    /// The id under which a correction of the model is kept.
    public String model() {
        return destination.model().map(Model::id).orElseGet(destination::modelId);
    }

    /// Keeps the measurement with those before it.
    ///
    /// @param server as people know it
    /// @return the correction that holds from now on; empty where nothing is kept: the model is counted exactly, or its
    /// user has written a correction by hand
    public Optional<Correction> keep(Calibrations calibrations, String server) {
        return measurement.flatMap(found -> calibrations.keep(model(), found, destination.correction(),
                this.server.way().endpoint() + ", " + server));
    }
}
