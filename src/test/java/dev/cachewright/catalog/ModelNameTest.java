package dev.cachewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {

    private static final Catalog CATALOG = BundledCatalog.read();

    @ParameterizedTest
    @CsvSource({"gpt-5.4, gpt-5.4", "gpt-5.4-2026-03-05, gpt-5.4", "gpt-5.4-mini-2026-03-17, gpt-5.4-mini",
            "claude-sonnet-4-5-20250929, claude-sonnet-4-5", "claude-sonnet-4-5@20250929, claude-sonnet-4-5",
            "openai/gpt-4o-mini, gpt-4o-mini", "anthropic/claude-opus-4-8, claude-opus-4-8",
            "openrouter/openai/gpt-5.4-2026-03-05, gpt-5.4", "azure/gpt-5.4, gpt-5.4",
            "anthropic.claude-sonnet-4-5-20250929-v1:0, claude-sonnet-4-5",
            "us.anthropic.claude-opus-4-7, claude-opus-4-7", "bedrock/eu.anthropic.claude-haiku-4-5, claude-haiku-4-5",
            "openai.gpt-5.6-sol, gpt-5.6-sol",
            "anthropic/claude-sonnet-4.5, claude-sonnet-4-5", "openrouter/google/gemini-2.5-pro, gemini-2.5-pro",
            "gemini/gemini-3.8-flash, gemini-3.8-flash", "vertex_ai/gemini-2.5-flash, gemini-2.5-flash",
            "deepseek/deepseek-v4-pro, deepseek-v4-pro", "x-ai/grok-4.7, grok-4.7", "xai/grok-4.3, grok-4.3",
            "mistralai/mistral-large-latest, mistral-large-4", "mistral/codestral-2508, codestral-2508",
            "moonshotai/kimi-k2.6, kimi-k2.6", "z-ai/glm-5.3, glm-5.3", "minimax/minimax-m3, MiniMax-M3",
            "groq/openai/gpt-oss-120b, groq/gpt-oss-120b", "groq/gpt-oss-20b, groq/gpt-oss-20b",
            "claude-haiku-4-5-20251001, claude-haiku-4-5", "claude-opus-4-5-20251101, claude-opus-4-5",
            "gpt-4o-2024-05-13, gpt-4o-2024-05-13", "gpt-4o-2024-08-06, gpt-4o"})
    void datesAndPrefixesOfKnownProvidersArePassedOver(String id, String family) {
        assertThat(CATALOG.find(id)).map(Model::id).contains(family);
    }

    @Test
    void theAliasThatRecordingsShowStandsForItsFamily() {
        assertThat(CATALOG.find("gpt-5.6")).map(Model::id).contains("gpt-5.6-sol");
        assertThat(CATALOG.find("openai/gpt-5.6")).map(Model::id).contains("gpt-5.6-sol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpt-5.4-turbo", "gpt-5.4-0613", "gpt-5.4-2026-13-05", "gpt-5.4-20261305", "gpt-5",
            "my-proxy/gpt-4o", "anthropic/gpt-4o", "groq/gpt-4o", "google/gpt-4o", "openai/gemini-2.5-pro",
            "openai/gpt-oss-120b", "gpt-oss-120b", "mistral/deepseek-v4-pro", "google.gemini-2.5-pro",
            "anthropic.gpt-4o", "ft:gpt-4o:org::1", "GPT-4O", "gpt-4o/", "/"})
    void anUnknownModelBorrowsNothing(String id) {
        var without = new Catalog("",
                Models.of(CATALOG.models().stream().filter(model -> !model.id().equals("gpt-5")).toList()),
                Map.of(), Map.of(), Map.of());

        assertThat(without.find(id)).isEmpty();
    }

    /// At Groq's own server the model is called so, and at others too.
    @Test
    void aNameThatIsGivenAsAWholeMeansItsModelWhateverVendorItBeginsWith() {
        Catalog named = CATALOG.withAliases(Map.of("openai/gpt-oss-120b", "groq/gpt-oss-120b"));

        assertThat(named.find("openai/gpt-oss-120b")).map(Model::id).contains("groq/gpt-oss-120b");
        assertThat(named.find("openrouter/openai/gpt-oss-120b")).isEmpty();
    }

    @Test
    void aDeploymentWinsOverARowOfTheSameName() {
        Catalog named = CATALOG.withAliases(Map.of("gpt-4o", "gpt-5.4", "mine", "claude-opus-4-8"));

        assertThat(named.find("gpt-4o")).map(Model::id).contains("gpt-5.4");
        assertThat(named.find("gpt-5.6")).map(Model::id).contains("gpt-5.6-sol");
        assertThat(named.lookUp("mine").correction()).isEqualTo(CATALOG.lookUp("claude-opus-4-8").correction());
    }
}
