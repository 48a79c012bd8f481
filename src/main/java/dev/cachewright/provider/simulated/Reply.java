package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Writes the answer to one request.
final class Reply {

    private final HttpExchange http;

    Reply(HttpExchange http) {
        this.http = http;
    }

    void json(String json) throws IOException {
        send(200, json);
    }

    void error(ApiError error) throws IOException {
        error.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
        send(error.status(), error.json());
    }

    /// Begins an event stream; its status is sent at once.
    EventStream stream() throws IOException {
        http.getResponseHeaders().set("content-type", "text/event-stream; charset=utf-8");
        http.getResponseHeaders().set("cache-control", "no-cache");
        http.sendResponseHeaders(200, 0);
        return new EventStream(http.getResponseBody());
    }

    private void send(int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("content-type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.getResponseBody().flush();
    }
}
