package dev.cachewright.app;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.token.Tokenizers;
import java.io.IOException;
import java.time.InstantSource;

/// The simulator of this process, started when it is first asked for.
public final class LocalSimulator implements AutoCloseable {

    private final SimulatorOptions options;
    private final Analyst analyst;
    private final Tokenizers tokenizers;
    private SimulatedServer server;

    public LocalSimulator(SimulatorOptions options, Analyst analyst, Tokenizers tokenizers) {
        this.options = options;
        this.analyst = analyst;
        this.tokenizers = tokenizers;
    }

    /// @throws ProviderException where no port can be had
    public synchronized String baseUrl() {
        if (server == null) {
            try {
                server = SimulatedServer.start(options, analyst, tokenizers, InstantSource.system());
            } catch (IOException e) {
                throw new ProviderException("The simulator cannot listen on 127.0.0.1: " + e.getMessage());
            }
        }
        return server.baseUrl();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }
}
