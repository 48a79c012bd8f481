package dev.cachewright.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @Test
    void theKeyOfAProfileIsForItsNameAndItsServerWhateverThePath() {
        Profile first = Profile.compatible("https://Gateway.example/v1", Optional.empty()).withName("mine");
        Profile path = Profile.compatible("https://gateway.example:443/other/v1", Optional.empty()).withName("mine");
        Profile port = Profile.compatible("https://gateway.example:8443/v1", Optional.empty()).withName("mine");
        Profile plain = Profile.compatible("http://gateway.example/v1", Optional.empty()).withName("mine");

        assertThat(first.key()).isEqualTo(new KeyRef("mine", "https://gateway.example:443", ""));
        assertThat(path.key()).isEqualTo(first.key());
        assertThat(port.key().entry()).isNotEqualTo(first.key().entry());
        assertThat(plain.key().entry()).isEqualTo("mine @ http://gateway.example:80");
        assertThat(Profile.simulator().key().isNone()).isTrue();
        assertThat(Profile.openAi().key().variable()).isEqualTo("OPENAI_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/v1, false", "http://127.8.9.1/v1, false", "http://localhost:1/v1, false",
            "http://app.localhost/v1, false", "http://[::1]:8080/v1, false", "https://gateway.example/v1, false",
            "http://gateway.example/v1, true", "http://10.0.0.5:8080/v1, true", "http://127.0.0.1.example.com/v1, true",
            "http://localhost.example.com/v1, true", "http://[2001:db8::1]/v1, true",
            "HTTP://gateway.example/v1, true"})
    void plainHttpToAnythingButThisComputerIsToBeAllowed(String url, boolean isToBeAllowed) {
        Profile profile = Profile.compatible(url, Optional.empty());

        assertThat(profile.isToBeAllowed()).isEqualTo(isToBeAllowed);
        assertThat(profile.allowed().isToBeAllowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "api-key", "X-API-Key", "Proxy-Authorization", "Cookie"})
    void aKeyIsNoExtraHeader(String name) {
        assertThatThrownBy(() -> header(name, "abc")).isInstanceOf(ProviderException.class).hasMessage("The header "
                + name + " would keep a key in plain text: enter it as the key of this server instead");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Auth   | Bearer abc     | The header X-Auth would keep a key in plain text: enter it as the key of this server instead
            X-Auth   | sk-abc         | The header X-Auth would keep a key in plain text: enter it as the key of this server instead
            a b      | c              | "a b" is not the name of a header: write Name: value
            Host     | other.example  | The header Host is written by Cachewright: leave it out
            X-Team   | Bücher         | The header X-Team has characters that cannot be sent
            """)
    void aHeaderThatCannotBeSentIsRefused(String name, String value, String message) {
        assertThatThrownBy(() -> header(name, value)).hasMessage(message);
    }

    private static void header(String name, String value) {
        Extras.none().withHeaders(new LinkedHashMap<>(Map.of(name, value))).checked();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"stream": false} | The extra field stream is written from the prompt: leave it out
            [1]               | The extra fields are not a JSON object: Expected a JSON object
            """)
    void fieldsThatAreNotExtraAreRefused(String json, String message) {
        assertThatThrownBy(() -> Extras.none().withBody(json).checked()).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"proxy:3128, proxy, 3128", "http://10.0.0.1:80/, 10.0.0.1, 80"})
    void aProxyIsHostAndPort(String text, String host, int port) {
        assertThat(ProxyAddress.of(text)).contains(new ProxyAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "https://proxy:1", "proxy:0", "proxy:70000", "socks5://proxy:1", "a b:1",
            "http://proxy:1/path"})
    void anythingElseIsNoProxy(String text) {
        assertThatThrownBy(() -> ProxyAddress.of(text)).hasMessage(
                "This is not a proxy: write it as proxy.example.com:3128");
    }

    @Test
    void aProxyHasNoPasswordAndATimeIsNotNothing() {
        assertThat(ProxyAddress.of(" ")).isEmpty();
        assertThatThrownBy(() -> ProxyAddress.of("http://me:secret@proxy:1")).hasMessageNotContaining("secret");
        Timeouts none = new Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThatThrownBy(() -> Extras.none().withTimeouts(none).checked()).hasMessage(
                "The time for connecting must be between 1 second and 1 day");
    }
}
