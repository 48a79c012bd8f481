package dev.cachewright.provider.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An answer that has begun.
///
/// @param contentType as the server says; empty where it does not
/// @param response is closed with it
public record Opened(int status, String contentType, InputStream body, Closeable response) implements Closeable {

    private static final List<String> FIELDS = List.of("data:", "event:", "id:", "retry:", ":");
    private static final int LONGEST_FIELD = 6;

    /// Whether the body is a stream of events: by its type, and where that says otherwise, by how it begins. Some
    /// servers call a stream JSON.
    boolean isStream(InputStream begun) throws IOException {
        if (contentType.contains("event-stream")) {
            return true;
        }
        begun.mark(LONGEST_FIELD);
        String start = new String(begun.readNBytes(LONGEST_FIELD), StandardCharsets.US_ASCII);
        begun.reset();
        return FIELDS.stream().anyMatch(start::startsWith);
    }

    @Override
    public void close() throws IOException {
        response.close();
    }
}
