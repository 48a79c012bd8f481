package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.recorder.WatchAddresses.Client;
import dev.cachewright.recorder.WatchAddresses.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchAddressesTest {

    private static List<Setting> settings(WatchedServer... servers) {
        return new WatchAddresses(List.of(servers), 80).settings();
    }

    private static List<Client> clients(List<Setting> settings) {
        return settings.stream().map(Setting::client).toList();
    }

    @Test
    void ofAllProvidersTheVendorsOwnClientsComeFirstAndEachProviderHasASetting() {
        List<WatchedServer> known = WatchedServer.known();
        List<Setting> settings = new WatchAddresses(known, 80).settings();

        assertThat(clients(settings).subList(0, 6)).containsExactly(Client.OPENAI, Client.CODEX, Client.LITELLM,
                Client.ANTHROPIC, Client.CLAUDE_CODE, Client.OTHER);
        assertThat(settings.stream().map(Setting::server).distinct()).containsExactlyInAnyOrderElementsOf(known);
        assertThat(settings).extracting(Setting::line).contains("export OPENAI_BASE_URL=http://127.0.0.1:80/openai/v1",
                "api_base: http://127.0.0.1:80/openai/v1", "export ANTHROPIC_BASE_URL=http://127.0.0.1:80/anthropic",
                "ANTHROPIC_BASE_URL=http://127.0.0.1:80/anthropic ENABLE_TOOL_SEARCH=true claude",
                "http://127.0.0.1:80/deepseek/v1");
    }

    @Test
    void anyOtherServerMaySpeakEitherApi() {
        assertThat(clients(settings(WatchedServer.at("http://10.0.0.5:4000/v1")))).containsExactly(Client.OPENAI,
                Client.CODEX, Client.LITELLM, Client.ANTHROPIC, Client.CLAUDE_CODE);
    }

    @ParameterizedTest
    @CsvSource({"https://api.openai.com/v1, 3", "https://api.anthropic.com/v1, 2"})
    void aVendorSpeaksItsOwn(String baseUrl, int settings) {
        assertThat(settings(WatchedServer.at(baseUrl))).hasSize(settings);
    }
}
