package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/// Finds the endpoint of a request and writes what it answers or why it does not.
final class Router implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Router.class.getName());
    private static final String MODELS = "/v1/models/";

    private final Endpoints endpoints;
    private final Gate gate;

    Router(Endpoints endpoints, Gate gate) {
        this.endpoints = endpoints;
        this.gate = gate;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            try {
                route(new Reply(http), http, Admission.read(http));
            } catch (ApiError e) {
                new Reply(http).error(e);
                Admission.discard(http);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "The simulator failed on " + http.getRequestURI(), e);
                if (http.getResponseCode() < 0) {
                    new Reply(http).error(ApiError.internal());
                }
            }
        }
    }

    private void route(Reply reply, HttpExchange http, String body) throws IOException {
        String path = http.getRequestURI().getPath().replaceFirst("(?<=.)/$", "");
        Endpoint endpoint = endpointOf(path).orElseThrow(() -> ApiError.notFound("",
                "Invalid URL (" + http.getRequestMethod() + " " + path + ")"));
        if (!http.getRequestMethod().equals(endpoint.method())) {
            throw ApiError.wrongMethod(http.getRequestMethod(), path, endpoint.method());
        }
        gate.checkKey(Optional.ofNullable(http.getRequestHeaders().getFirst("Authorization")).orElse(""));
        if (endpoint.isLimited()) {
            gate.checkRate();
        }
        endpoint.action().answer(reply, body);
    }

    private Optional<Endpoint> endpointOf(String path) {
        return switch (path) {
            case "/v1/chat/completions" -> Optional.of(new Endpoint("POST", true, endpoints::chat));
            case "/v1/responses" -> Optional.of(new Endpoint("POST", true, endpoints::responses));
            case "/v1/responses/input_tokens" -> Optional.of(new Endpoint("POST", false, endpoints::inputTokens));
            case "/v1/models" -> Optional.of(new Endpoint("GET", false, (reply, _) -> endpoints.models(reply)));
            default -> path.startsWith(MODELS)
                    ? Optional.of(new Endpoint("GET", false,
                            (reply, _) -> endpoints.model(reply, path.substring(MODELS.length()))))
                    : Optional.empty();
        };
    }

    private record Endpoint(String method, boolean isLimited, Action action) {
    }

    private interface Action {
        void answer(Reply reply, String body) throws IOException;
    }
}
