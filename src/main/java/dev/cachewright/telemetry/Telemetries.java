package dev.cachewright.telemetry;

import java.util.function.Consumer;

/// Begins to hand figures on, where a user has switched it on.
public interface Telemetries {

    /// The address that the environment names; empty where it names none. Nothing goes there by itself.
    String usual();

    /// @param told is given, in words, why figures are not taken: once, and again only after some were taken, which an
    /// empty text says; on any thread
    Telemetry open(TelemetryEndpoint endpoint, Consumer<String> told);

    /// Hands nothing on, wherever it is told to.
    static Telemetries none() {
        return new Telemetries() {

            @Override
            public String usual() {
                return "";
            }

            @Override
            public Telemetry open(TelemetryEndpoint endpoint, Consumer<String> told) {
                return Telemetry.none();
            }
        };
    }
}
