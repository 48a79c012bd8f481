package dev.cachewright.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.words.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

    @ParameterizedTest
    @CsvSource({"https://api.openai.com/v1, OPENAI_API_KEY", "https://api.deepseek.com/v1, DEEPSEEK_API_KEY",
            "https://API.X.AI/v1, XAI_API_KEY", "https://api.mistral.ai:443/v1, MISTRAL_API_KEY",
            "https://api.groq.com/openai/v1, GROQ_API_KEY", "https://api.anthropic.com/v1, ANTHROPIC_API_KEY",
            "https://openrouter.ai/api/v1, OPENROUTER_API_KEY",
            "https://generativelanguage.googleapis.com/v1beta/openai, GEMINI_API_KEY",
            "https://mine.openai.azure.com/openai/v1, AZURE_OPENAI_API_KEY", "http://api.openai.com/v1, ''",
            "https://api.openai.com:8443/v1, ''", "https://api.openai.com.example.com/v1, ''",
            "https://evil-api.openai.com/v1, ''", "https://openai.azure.com.example.com/v1, ''",
            "http://127.0.0.1:8080/v1, ''", "https://gateway.example/v1, ''"})
    void aVariableIsForTheEncryptedServerOfItsProviderAlone(String url, String variable) {
        assertThat(Presets.variableOf(url)).isEqualTo(variable);
    }

    @Test
    void eachPresetIsFoundByItsAddressAndSaysWhatItsCacheDoes() {
        for (Preset preset : Presets.all()) {
            assertThat(Presets.of(preset.baseUrl())).contains(preset);
            assertThat(BaseUrl.checked(preset.baseUrl())).isEqualTo(preset.baseUrl());
            assertThat(Texts.get("preset." + preset.id())).startsWith(preset.name() + ": ").endsWith(".");
        }
        assertThat(Presets.all()).extracting(Preset::name).containsExactly("OpenAI", "Anthropic", "Azure OpenAI",
                "vLLM", "SGLang", "llama.cpp", "Ollama", "LM Studio", "OpenRouter", "DeepSeek", "Mistral", "Groq",
                "xAI", "Gemini");
    }

    @ParameterizedTest
    @CsvSource({"https://api.deepseek.com/v1, deepseek", "https://api.x.ai/v1, xai",
            "https://api.mistral.ai/v1, mistral",
            "https://api.groq.com/openai/v1, groq", "https://generativelanguage.googleapis.com/v1beta/openai, gemini",
            "https://api.venice.ai/api/v1, block-528", "https://example.com/v1, ''", "http://127.0.0.1:8080/v1, ''",
            "'not a url', ''", "'', ''"})
    void aProvidersOwnServerIsKnownByItsHost(String url, String rules) {
        assertThat(Presets.rulesOf(url).map(RuleSet::word).orElse("")).isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/v1, longest-prefix", "http://localhost:11434/v1, longest-prefix",
            "http://localhost:8000/v1, block-16", "https://api.x.ai/v1, xai", "http://localhost:4000/v1, ''",
            "http://localhost:80x, ''"})
    void aLocalServerIsLikelyTheProgramOfItsPort(String url, String rules) {
        assertThat(Presets.likelyRulesOf(url).map(RuleSet::word).orElse("")).isEqualTo(rules);
    }
}
