package dev.cachewright.provider.simulated;

import dev.cachewright.catalog.RuleSet;
import java.util.Optional;

/// How a simulated server behaves.
///
/// @param port 0 for a free one
/// @param rules override those of each model; empty for the model's own
/// @param seed of the answers: the same seed and request give the same text
/// @param apiKey the key that requests must carry; empty where any will do
/// @param requestsPerMinute what is above answers 429; 0 for no limit
/// @param delayScale 1 for the delays of a real model, 0 for none
public record SimulatorOptions(int port, Optional<RuleSet> rules, long seed, String apiKey, int requestsPerMinute,
        double delayScale) {

    /// A free port, the models' own rules, no key, no limit, true delays.
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(0, Optional.empty(), 0, "", 0, 1);
    }

    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(newPort, rules, seed, apiKey, requestsPerMinute, delayScale);
    }

    public SimulatorOptions withRules(RuleSet newRules) {
        return new SimulatorOptions(port, Optional.of(newRules), seed, apiKey, requestsPerMinute, delayScale);
    }

    public SimulatorOptions withSeed(long newSeed) {
        return new SimulatorOptions(port, rules, newSeed, apiKey, requestsPerMinute, delayScale);
    }

    public SimulatorOptions withApiKey(String newApiKey) {
        return new SimulatorOptions(port, rules, seed, newApiKey, requestsPerMinute, delayScale);
    }

    public SimulatorOptions withRequestsPerMinute(int limit) {
        return new SimulatorOptions(port, rules, seed, apiKey, limit, delayScale);
    }

    public SimulatorOptions withDelayScale(double scale) {
        return new SimulatorOptions(port, rules, seed, apiKey, requestsPerMinute, scale);
    }

    /// Without the key.
    @Override
    public String toString() {
        return "SimulatorOptions[port=" + port + ", seed=" + seed + ", requestsPerMinute=" + requestsPerMinute
                + ", delayScale=" + delayScale + "]";
    }
}
