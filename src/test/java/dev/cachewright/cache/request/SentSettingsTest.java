package dev.cachewright.cache.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentSettingsTest {

    private static Settings settings(Map<String, String> config, Map<String, String> extra) {
        return new Settings("m", Api.RESPONSES, new LinkedHashMap<>(config), CacheSettings.none(),
                new LinkedHashMap<>(extra));
    }

    @Test
    void fieldsThatMeanTheSameHaveOnePath() {
        Map<String, String> expected = Map.of("reasoning.effort", "low", "text.verbosity", "high");

        assertThat(SentSettings.of(settings(Map.of("reasoningEffort", "\"low\"", "verbosity", "\"high\""), Map.of())))
                .isEqualTo(expected);
        assertThat(SentSettings.of(settings(Map.of(),
                Map.of("reasoning", "{\"effort\": \"low\"}", "text", "{\"verbosity\": \"high\"}"))))
                .isEqualTo(expected);
        assertThat(SentSettings.of(settings(Map.of(),
                Map.of("reasoning_effort", "\"low\"", "verbosity", "\"high\"")))).isEqualTo(expected);
    }

    @Test
    void theEffortOfClaudeIsAFieldOfItsOwn() {
        var config = new LinkedHashMap<>(Map.of("reasoningEffort", "\"low\"", "verbosity", "\"high\""));

        assertThat(SentSettings.of(Settings.of("claude-opus-5", Api.MESSAGES).withConfig(config)))
                .isEqualTo(Map.of("output_config.effort", "low"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            service_tier        | "default"
            service_tier        | "auto"
            parallel_tool_calls | true
            tool_choice         | "auto"
            speed               | "standard"
            thinking            | {"type": "disabled"}
            response_format     | {"type": "text"}
            text                | {"format": {"type": "text"}}
            tool_choice         | null
            """)
    void whatHoldsWithoutAFieldIsAsIfItWereNotThere(String name, String value) {
        assertThat(SentSettings.of(settings(Map.of(), Map.of(name, value)))).isEmpty();
    }

    @Test
    void tierIsTheOneThatIsAskedFor() {
        assertThat(SentSettings.tier(settings(Map.of(), Map.of("service_tier", "\"flex\"")))).isEqualTo("flex");
        assertThat(SentSettings.tier(settings(Attributes.none(), Map.of("service_tier", "\"auto\"")))).isEmpty();
    }
}
