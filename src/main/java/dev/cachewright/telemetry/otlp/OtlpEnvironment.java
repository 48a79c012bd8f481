package dev.cachewright.telemetry.otlp;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.telemetry.TelemetryEndpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the standard variables say; of use only where a user has switched telemetry on.
record OtlpEnvironment(Map<String, String> variables) {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";

    OtlpEnvironment {
        variables = Map.copyOf(variables);
    }

    String endpoint() {
        return variables.getOrDefault(ENDPOINT, "").strip();
    }

    /// The headers for this collector: they may hold a token, which belongs to the server that the environment names
    /// beside it. Where it names none, they go wherever the user sends figures.
    Map<String, String> headersFor(TelemetryEndpoint endpoint) {
        try {
            boolean isMeant = endpoint().isEmpty()
                    || TelemetryEndpoint.checked(endpoint()).isAtSameServer(endpoint);
            return isMeant ? headers() : Map.of();
        } catch (InputException _) {
            return Map.of();
        }
    }

    /// Written as `name=value,name=value`, with percent signs as in W3C Baggage.
    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        for (String header : variables.getOrDefault(HEADERS, "").split(",")) {
            int equals = header.indexOf('=');
            if (equals > 0 && !header.substring(0, equals).isBlank()) {
                headers.put(header.substring(0, equals).strip(), decoded(header.substring(equals + 1).strip()));
            }
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            // A plus sign is one here, and no space.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }
}
