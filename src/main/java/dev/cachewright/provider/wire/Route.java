package dev.cachewright.provider.wire;

import dev.cachewright.provider.BaseUrl;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How a server is reached, and what each request to it carries besides its body.
///
/// @param baseUrl without a slash at its end
/// @param headers sent with each request, by name
/// @param proxy on the way to the server; empty for the one of the system
/// @param connect the longest time for a connection
public record Route(String baseUrl, KeySlot key, Map<String, String> headers, Optional<InetSocketAddress> proxy,
        Duration connect) {

    private static final Duration USUAL_CONNECT = Duration.ofSeconds(10);

    /// @throws dev.cachewright.provider.ProviderException where `baseUrl` is not one that can be called
    public Route {
        baseUrl = BaseUrl.checked(baseUrl);
        headers = Map.copyOf(headers);
    }

    /// A server that is reached directly, within ten seconds.
    public static Route direct(String baseUrl, KeySlot key) {
        return new Route(baseUrl, key, Map.of(), Optional.empty(), USUAL_CONNECT);
    }

    /// Without the headers, which may hold what is nobody else's.
    @Override
    public String toString() {
        return "Route[" + baseUrl + "]";
    }

    /// Where a key goes.
    ///
    /// @param header in which the server looks for it
    /// @param variable the environment variable that people put it in, for advice; empty where there is none
    /// @param isNeeded whether nothing is sent without a key
    public record KeySlot(Header header, String variable, boolean isNeeded) {

        /// Of a server that answers without a key.
        public static KeySlot optional() {
            return new KeySlot(Header.BEARER, "", false);
        }
    }

    /// The headers in which servers look for a key.
    public enum Header {
        /// OpenAI, and most others.
        BEARER("Authorization", "Bearer "),
        /// Azure.
        API_KEY("api-key", ""),
        /// Anthropic.
        X_API_KEY("x-api-key", "");

        private final String name;
        private final String before;

        Header(String name, String before) {
            this.name = name;
            this.before = before;
        }

        String headerName() {
            return name;
        }

        String value(String key) {
            return before + key;
        }
    }
}
