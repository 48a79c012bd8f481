package dev.cachewright.telemetry.otlp;

import dev.cachewright.provider.Preset;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import java.util.Map;

/// Providers by the names that the conventions give them.
final class Providers {

    /// Those that are known by their host, by the id of their preset; one that is not here has no name of its own there.
    private static final Map<String, String> NAMES = Map.of("deepseek", "deepseek", "mistral", "mistral_ai", "groq",
            "groq", "xai", "x_ai", "gemini", "gcp.gemini");

    private Providers() {
    }

    /// The provider that a profile calls. What is simulated is never taken for a provider's own figures; any other server
    /// is named after the API that it speaks, as the conventions have it.
    static String of(Profile profile) {
        return switch (profile.kind()) {
            case SIMULATOR -> "cachewright.simulator";
            case OPENAI -> "openai";
            case AZURE -> "azure.ai.openai";
            case ANTHROPIC -> "anthropic";
            case COMPATIBLE -> Presets.of(profile.baseUrl()).filter(preset -> !preset.variable().isEmpty())
                    .map(Providers::of).orElse("openai");
        };
    }

    private static String of(Preset preset) {
        return NAMES.getOrDefault(preset.id(), preset.id());
    }
}
