package dev.cachewright.provider.count;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Calibrations;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Measurement;
import dev.cachewright.catalog.Model;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import java.util.Optional;

/// Our count of a request and that of its server.
///
/// @param destination by which we counted
/// @param measurement what follows for the model; empty where the model is counted exactly, since there a difference is
/// a fault of ours and no property of the model
public record CountComparison(Destination destination, TokenRange ours, ServerCount server,
        Optional<Measurement> measurement) {

    /// Of our count, what a tokenizer can make of any text.
    private static final double LEAST = 0.3;
    private static final double MOST = 4;

    /// How many tokens more the server counts.
    public int difference() {
        return server.tokens() - ours.tokens();
    }

    /// Whether the model is counted exactly, so that nothing is to be measured.
    public boolean isExact() {
        return destination.correction().isNone();
    }

    /// The id under which a correction of the model is kept.
    public String model() {
        return destination.model().map(Model::id).orElseGet(destination::modelId);
    }

    /// Keeps the measurement with those before it.
    ///
    /// @return the correction that holds from now on; empty where nothing is kept: the model is counted exactly, or its
    /// user has written a correction by hand
    /// @throws ProviderException where the count measures nothing: it is the simulator's, which is our own, or it is one
    /// that no tokenizer gives
    public Optional<Correction> keep(Calibrations calibrations, Profile profile) {
        if (isExact()) {
            return Optional.empty();
        }
        if (profile.kind() == Profile.Kind.SIMULATOR) {
            throw new ProviderException("The simulator counts as Cachewright does, so that its count measures nothing. "
                    + "Choose a server that has the model, then calibrate");
        }
        double factor = server.tokens() / (double) Math.max(1, ours.tokens());
        if (factor < LEAST || factor > MOST || measurement.filter(found -> found.factor() > MOST).isPresent()) {
            throw new ProviderException("Nothing is kept: the server counts " + server.tokens()
                    + " tokens where " + ours.tokens() + " are counted here, which no tokenizer does");
        }
        return measurement.flatMap(found -> calibrations.keep(model(), found, destination.correction(),
                server.way().endpoint() + ", " + profile.name()));
    }
}
