package dev.cachewright.provider;

import dev.cachewright.catalog.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The servers that are known by their address.
///
/// Rules and addresses: the providers' own pages on caching and recorded traffic, both read in November 2026.
public final class Presets {

    private static final List<Preset> ALL = List.of(
            hosted("openai", "OpenAI", Profile.Kind.OPENAI, "https://api.openai.com/v1", null, "OPENAI_API_KEY"),
            hosted("anthropic", "Anthropic", Profile.Kind.ANTHROPIC, "https://api.anthropic.com/v1", null,
                    "ANTHROPIC_API_KEY"),
            hosted("azure", "Azure OpenAI", Profile.Kind.AZURE, "https://my-resource.openai.azure.com/openai/v1", null,
                    "AZURE_OPENAI_API_KEY"),
            local("vllm", "vLLM", "http://127.0.0.1:8000/v1", new RuleSet.Blocks(16)),
            local("sglang", "SGLang", "http://127.0.0.1:30000/v1", RuleSet.Named.LONGEST_PREFIX),
            local("llama-cpp", "llama.cpp", "http://127.0.0.1:8080/v1", RuleSet.Named.LONGEST_PREFIX),
            local("ollama", "Ollama", "http://127.0.0.1:11434/v1", RuleSet.Named.LONGEST_PREFIX),
            local("lm-studio", "LM Studio", "http://127.0.0.1:1234/v1", RuleSet.Named.LONGEST_PREFIX),
            compatible("openrouter", "OpenRouter", "https://openrouter.ai/api/v1", null, "OPENROUTER_API_KEY"),
            compatible("deepseek", "DeepSeek", "https://api.deepseek.com/v1", RuleSet.Named.DEEPSEEK,
                    "DEEPSEEK_API_KEY"),
            compatible("mistral", "Mistral", "https://api.mistral.ai/v1", RuleSet.Named.MISTRAL, "MISTRAL_API_KEY"),
            compatible("groq", "Groq", "https://api.groq.com/openai/v1", RuleSet.Named.GROQ, "GROQ_API_KEY"),
            compatible("xai", "xAI", "https://api.x.ai/v1", RuleSet.Named.XAI, "XAI_API_KEY"),
            compatible("gemini", "Gemini", "https://generativelanguage.googleapis.com/v1beta/openai",
                    RuleSet.Named.GEMINI, "GEMINI_API_KEY"));
    /// Measured on one model of its hybrid ones.
    private static final Map<String, RuleSet> OTHER_HOSTS = Map.of("api.venice.ai", new RuleSet.Blocks(528));
    /// Where each customer has a host of their own.
    private static final List<String> AZURE_DOMAINS = List.of(".openai.azure.com", ".cognitiveservices.azure.com",
            ".services.ai.azure.com");

    private Presets() {
    }

    private static Preset hosted(String id, String name, Profile.Kind kind, String baseUrl, RuleSet rules,
            String variable) {
        return new Preset(id, name, kind, baseUrl, Optional.ofNullable(rules), variable);
    }

    private static Preset compatible(String id, String name, String baseUrl, RuleSet rules, String variable) {
        return hosted(id, name, Profile.Kind.COMPATIBLE, baseUrl, rules, variable);
    }

    private static Preset local(String id, String name, String baseUrl, RuleSet rules) {
        return compatible(id, name, baseUrl, rules, "");
    }

    /// All of them, in the order in which they are offered.
    public static List<Preset> all() {
        return ALL;
    }

    /// The provider whose own host the address names, else the program that listens at its port; empty where neither is
    /// known.
    public static Optional<Preset> of(String baseUrl) {
        return hostedAt(baseUrl).or(() -> ALL.stream().filter(preset -> !preset.isHosted())
                .filter(preset -> BaseUrl.port(baseUrl).equals(BaseUrl.port(preset.baseUrl()))).findFirst());
    }

    private static Optional<Preset> hostedAt(String baseUrl) {
        String host = BaseUrl.host(baseUrl);
        return ALL.stream().filter(Preset::isHosted)
                .filter(preset -> host.equals(BaseUrl.host(preset.baseUrl()))
                        || preset.kind() == Profile.Kind.AZURE && AZURE_DOMAINS.stream().anyMatch(host::endsWith))
                .findFirst();
    }

    /// The rules of a provider's own server; empty for any other.
    public static Optional<RuleSet> rulesOf(String baseUrl) {
        return hostedAt(baseUrl).flatMap(Preset::rules)
                .or(() -> Optional.ofNullable(OTHER_HOSTS.get(BaseUrl.host(baseUrl))));
    }

    /// The rules that the server there is likely to have: those of the provider, else of the program that listens at
    /// its port; empty where neither is known.
    public static Optional<RuleSet> likelyRulesOf(String baseUrl) {
        return rulesOf(baseUrl).or(() -> of(baseUrl).flatMap(Preset::rules));
    }

    /// The environment variable whose key the server there may be sent: that of the provider whose own host it is, and
    /// only where the call is encrypted and the port is the usual one. Empty for any other server.
    public static String variableOf(String baseUrl) {
        boolean isUsual = BaseUrl.isSecure(baseUrl) && BaseUrl.origin(baseUrl).endsWith(":443");
        return isUsual ? hostedAt(baseUrl).map(Preset::variable).orElse("") : "";
    }
}
