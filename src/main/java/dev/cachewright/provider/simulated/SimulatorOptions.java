package dev.cachewright.provider.simulated;

import dev.cachewright.catalog.RuleSet;
import java.util.Optional;

/// How a simulated server behaves.
///
/// @param port 0 for a free one
/// @param rules override those of each model; empty for the model's own
/// @param seed of the answers: the same seed and request give the same text
/// @param apiKey the key that requests must carry; empty where any will do
/// @param pace how fast it answers, and how often
/// @param faults which calls fail, and how; empty where none does
public record SimulatorOptions(int port, Optional<RuleSet> rules, long seed, String apiKey, Pace pace,
        Optional<FaultPlan> faults) {

    /// How fast a server answers, and how often.
    ///
    /// @param requestsPerMinute what is above answers 429; 0 for no limit
    /// @param delayScale 1 for the delays of a real model, 0 for none
    public record Pace(int requestsPerMinute, double delayScale) {

        /// No limit, true delays.
        public static final Pace USUAL = new Pace(0, 1);
    }

    /// A free port, the models' own rules, no key, no limit, true delays, no faults.
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(0, Optional.empty(), 0, "", Pace.USUAL, Optional.empty());
    }

    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(newPort, rules, seed, apiKey, pace, faults);
    }

    public SimulatorOptions withRules(RuleSet newRules) {
        return new SimulatorOptions(port, Optional.of(newRules), seed, apiKey, pace, faults);
    }

    public SimulatorOptions withSeed(long newSeed) {
        return new SimulatorOptions(port, rules, newSeed, apiKey, pace, faults);
    }

    public SimulatorOptions withApiKey(String newApiKey) {
        return new SimulatorOptions(port, rules, seed, newApiKey, pace, faults);
    }

    public SimulatorOptions withRequestsPerMinute(int limit) {
        return new SimulatorOptions(port, rules, seed, apiKey, new Pace(limit, pace.delayScale()), faults);
    }

    public SimulatorOptions withDelayScale(double scale) {
        return new SimulatorOptions(port, rules, seed, apiKey, new Pace(pace.requestsPerMinute(), scale), faults);
    }

    /// Every call fails so.
    public SimulatorOptions withFault(Fault fault) {
        return withFault(FaultPlan.of(fault));
    }

    public SimulatorOptions withFault(FaultPlan plan) {
        return new SimulatorOptions(port, rules, seed, apiKey, pace, Optional.of(plan));
    }

    /// Without the key.
    @Override
    public String toString() {
        return "SimulatorOptions[port=" + port + ", seed=" + seed + ", pace=" + pace + ", faults=" + faults + "]";
    }
}
