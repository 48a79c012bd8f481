package dev.cachewright.words;

/// Who makes a model, by the name that people know.
public final class ProviderWords {

    private ProviderWords() {
    }

    /// `OpenAI` for `openai`; user-defined rows name any provider, or none.
    public static String name(String provider) {
        return switch (provider) {
            case "openai", "anthropic", "google", "deepseek", "xai", "mistral", "moonshotai", "zai", "minimax", "meta",
                    "groq" ->
                Texts.get("provider." + provider);
            case "" -> Texts.get("provider.none");
            default -> provider;
        };
    }
}
