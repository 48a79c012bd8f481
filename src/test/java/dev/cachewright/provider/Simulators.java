package dev.cachewright.provider;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.Tokenizers;
import java.io.IOException;
import java.time.InstantSource;

/// Simulators for tests; the tokenizers are loaded once.
public final class Simulators {

    public static final Tokenizers TOKENIZERS = SharedTokenizers.ALL;
    public static final Analyst ANALYST = new Analyst(BundledCatalog.read(), TOKENIZERS);

    /// A system prompt of more than 1,024 tokens.
    public static final String LONG = "Answer in one short sentence and name the paragraph you rely on. ".repeat(120);

    private Simulators() {
    }

    public static SimulatorOptions quick() {
        return SimulatorOptions.defaults().withDelayScale(0);
    }

    public static SimulatedServer start() {
        return start(quick());
    }

    public static SimulatedServer start(SimulatorOptions options) {
        return start(options, InstantSource.system());
    }

    public static SimulatedServer start(SimulatorOptions options, InstantSource clock) {
        try {
            return SimulatedServer.start(options, ANALYST, TOKENIZERS, clock);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
