package dev.cachewright.telemetry.otlp;

import dev.cachewright.telemetry.Telemetries;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.telemetry.TelemetryEndpoint;
import java.util.Map;
import java.util.function.Consumer;

/// Opens collectors over OTLP. Loads nothing of OpenTelemetry before it does.
public final class OtlpTelemetries implements Telemetries {

    private final OtlpEnvironment environment;
    private final String version;

    /// @param version of the program, which the figures carry
    public OtlpTelemetries(Map<String, String> environment, String version) {
        this.environment = new OtlpEnvironment(environment);
        this.version = version;
    }

    @Override
    public String usual() {
        return environment.endpoint();
    }

    @Override
    public Telemetry open(TelemetryEndpoint endpoint, Consumer<String> told) {
        return OtlpTelemetry.open(endpoint, environment.headersFor(endpoint), version, told);
    }
}
