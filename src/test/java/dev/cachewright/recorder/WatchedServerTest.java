package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.ProviderException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedServerTest {

    private static WatchedServer known(String name) {
        return WatchedServer.known().stream().filter(server -> server.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"OpenAI, /openai/v1, /openai", "Anthropic, /anthropic/v1, /anthropic",
            "OpenRouter, /openrouter/api/v1, /openrouter/api", "Groq, /groq/openai/v1, /groq/openai",
            "Gemini, /gemini/v1beta/openai, /gemini/v1beta/openai"})
    void aKnownServerHasAPathOfItsOwnBeforeThatOfTheServer(String name, String openAi, String anthropic) {
        assertThat(known(name).openAiUrl(80)).isEqualTo("http://127.0.0.1:80" + openAi);
        assertThat(known(name).anthropicUrl(80)).isEqualTo("http://127.0.0.1:80" + anthropic);
    }

    @ParameterizedTest
    @CsvSource({"http://10.0.0.5:8000/v1, /v1, ''", "https://a.example/, '', ''", "https://a.example/team/v1, /v1, ''",
            "https://a.example/openai, '', ''"})
    void anyOtherServerHasAllPaths(String baseUrl, String openAi, String anthropic) {
        assertThat(WatchedServer.at(baseUrl).openAiUrl(80)).isEqualTo("http://127.0.0.1:80" + openAi);
        assertThat(WatchedServer.at(baseUrl).anthropicUrl(80)).isEqualTo("http://127.0.0.1:80" + anthropic);
    }

    /// What the printed addresses lead to is what the server itself would have been asked.
    @ParameterizedTest
    @CsvSource({"https://a.example/team/v1, /v1/chat/completions, /team/v1/chat/completions",
            "https://a.example/openai, /chat/completions, /openai/chat/completions",
            "http://10.0.0.5:8000/v1, /v1/messages, /v1/messages", "https://a.example, /x, /x"})
    void aRequestBelowThePrintedAddressReachesThePathOfTheServer(String baseUrl, String asked, String there) {
        var route = WatchedServer.at(baseUrl).route();

        assertThat(route.server().getRawPath() + asked).isEqualTo(there);
    }

    @Test
    void theRulesAreThoseOfTheProvider() {
        assertThat(known("DeepSeek").rules()).contains(RuleSet.Named.DEEPSEEK);
        assertThat(known("OpenAI").rules()).isEmpty();
        assertThat(WatchedServer.at("https://api.x.ai/v1").rules()).contains(RuleSet.Named.XAI);
    }

    @Test
    void noPathOfAServerIsThatOfAnother() {
        List<String> prefixes = WatchedServer.known().stream().map(WatchedServer::prefix).toList();

        assertThat(prefixes).doesNotHaveDuplicates().allMatch(prefix -> prefix.matches("/[a-z-]+")).contains("/openai",
                "/anthropic", "/openrouter", "/deepseek", "/groq", "/mistral", "/xai", "/gemini");
    }

    @Test
    void anAddressThatHoldsAKeyIsRefused() {
        assertThatThrownBy(() -> WatchedServer.at("https://a.example/v1?key=secret"))
                .isInstanceOf(ProviderException.class).hasMessageNotContaining("secret");
    }
}
