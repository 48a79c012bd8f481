package dev.cachewright.provider;

import java.net.URI;
import java.util.List;

/// The address of an OpenAI-compatible server, `/v1` included.
public final class BaseUrl {

    private static final int LAST_PORT = 65_535;

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
            if (uri.getScheme() != null && List.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri.toString();
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new ProviderException("This is not a base URL: write it as http://localhost:8080/v1");
    }
}
