package dev.cachewright.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.RuleSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

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
