package dev.cachewright.telemetry;

import dev.cachewright.prompt.text.InputException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The address of a collector, to which the paths of OTLP over HTTP are added.
///
/// @param url http or https, without a slash at its end
public record TelemetryEndpoint(String url) {

    private static final int LAST_PORT = 65_535;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// The address that a user or the environment gives; one of traces or of metrics is taken for that of both.
    ///
    /// @throws InputException where it is none
    public static TelemetryEndpoint checked(String text) {
        String url = text.strip().replaceFirst("/+$", "").replaceFirst("/v1/(traces|metrics)$", "");
        try {
            URI uri = URI.create(url);
            boolean isHttp = uri.getScheme() != null
                    && List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
            if (isHttp && uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= LAST_PORT
                    && uri.getUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return new TelemetryEndpoint(uri.getScheme().toLowerCase(Locale.ROOT)
                        + url.substring(uri.getScheme().length()));
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new InputException("This is not the address of a collector: write it as http://localhost:4318, where it "
                + "takes OTLP over HTTP", 0, 0);
    }

    /// Whether both are at the same server.
    public boolean isAtSameServer(TelemetryEndpoint other) {
        return server().equals(other.server());
    }

    private String server() {
        URI uri = URI.create(url);
        int usual = uri.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":"
                + (uri.getPort() < 0 ? usual : uri.getPort());
    }
}
