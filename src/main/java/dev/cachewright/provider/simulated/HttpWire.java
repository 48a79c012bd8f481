package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/// Answers as the server of the JDK sends them.
final class HttpWire implements Wire {

    private final HttpExchange http;

    HttpWire(HttpExchange http) {
        this.http = http;
    }

    @Override
    public void begin(int status, Map<String, String> headers, int length) throws IOException {
        headers.forEach(http.getResponseHeaders()::set);
        // To the JDK's server 0 is a length that is not known, and -1 none.
        http.sendResponseHeaders(status, length == STREAMED ? 0 : length == 0 ? -1 : length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        http.getResponseBody().write(bytes);
        http.getResponseBody().flush();
    }
}
