package dev.cachewright.provider;

import dev.cachewright.catalog.RuleSet;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The cache rules of servers that are known by their address.
public final class Presets {

    private static final Map<String, RuleSet> HOSTS = Map.of("api.deepseek.com", RuleSet.Named.DEEPSEEK,
            "api.x.ai", RuleSet.Named.XAI, "api.mistral.ai", RuleSet.Named.MISTRAL,
            "api.groq.com", RuleSet.Named.GROQ, "generativelanguage.googleapis.com", RuleSet.Named.GEMINI,
            // Measured on one model of its hybrid ones.
            "api.venice.ai", new RuleSet.Blocks(528));
    /// Where the programs listen unless they are told otherwise: llama.cpp, Ollama, LM Studio, SGLang; vLLM.
    private static final Map<Integer, RuleSet> PORTS = Map.of(8080, RuleSet.Named.LONGEST_PREFIX,
            11434, RuleSet.Named.LONGEST_PREFIX, 1234, RuleSet.Named.LONGEST_PREFIX, 30000,
            RuleSet.Named.LONGEST_PREFIX, 8000, new RuleSet.Blocks(16));

    private Presets() {
    }

    /// The rules of a provider's own server; empty for any other.
    public static Optional<RuleSet> rulesOf(String baseUrl) {
        return uri(baseUrl).map(URI::getHost).map(HOSTS::get);
    }

    /// The rules that the server there is likely to have: those of the provider, else of the program that listens at
    /// its port; empty where neither is known.
    public static Optional<RuleSet> likelyRulesOf(String baseUrl) {
        return rulesOf(baseUrl).or(() -> uri(baseUrl).map(URI::getPort).map(PORTS::get));
    }

    private static Optional<URI> uri(String baseUrl) {
        try {
            return Optional.of(URI.create(baseUrl.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
