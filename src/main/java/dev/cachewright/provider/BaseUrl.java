package dev.cachewright.provider;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The address of an OpenAI-compatible server, `/v1` included.
public final class BaseUrl {

    private static final int LAST_PORT = 65_535;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private BaseUrl() {
    }

    /// The address without the slash at its end.
    ///
    /// @throws ProviderException where it is not one that can be called
    public static String checked(String baseUrl) {
        try {
            URI uri = URI.create(baseUrl.strip().replaceFirst("/+$", ""));
            if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
                throw new ProviderException("There is no port " + uri.getPort() + ": ports go from 1 to " + LAST_PORT);
            }
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new ProviderException("A base URL ends before a ? or #: a key there would be kept in plain text. "
                        + "Enter the key under Servers and keys, or with cachewright key set");
            }
            if (uri.getScheme() != null && List.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri.toString();
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new ProviderException("This is not a base URL: write it as http://localhost:8080/v1");
    }

    /// The server itself: scheme, host and port, `https://api.openai.com:443`. A key belongs to one of these. Empty
    /// where the address names none.
    public static String origin(String baseUrl) {
        return uri(baseUrl).map(BaseUrl::origin).orElse("");
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":"
                + (uri.getPort() < 0 ? usual : uri.getPort());
    }

    /// Whether what is sent there can be read on the way: plain http to anything but this computer.
    public static boolean isExposed(String baseUrl) {
        return uri(baseUrl).filter(uri -> uri.getScheme().equalsIgnoreCase("http") && !isLoopback(uri.getHost()))
                .isPresent();
    }

    /// By the name alone: to look one up would ask the network.
    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || name.equals("[::1]")
                || name.matches("127(\\.\\d{1,3}){3}");
    }

    /// The host, in small letters; empty where the address names none.
    static String host(String baseUrl) {
        return uri(baseUrl).map(URI::getHost).map(host -> host.toLowerCase(Locale.ROOT)).orElse("");
    }

    /// The port that the address names; empty where it names none.
    static Optional<Integer> port(String baseUrl) {
        return uri(baseUrl).map(URI::getPort).filter(port -> port > 0);
    }

    /// Whether calls there are encrypted.
    static boolean isSecure(String baseUrl) {
        return uri(baseUrl).filter(uri -> uri.getScheme().equalsIgnoreCase("https")).isPresent();
    }

    private static Optional<URI> uri(String baseUrl) {
        try {
            return Optional.of(URI.create(baseUrl.strip()))
                    .filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
