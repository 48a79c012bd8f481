package dev.cachewright.provider.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// An answer that has begun.
///
/// @param contentType as the server says; empty where it does not
/// @param response is closed with it
public record Opened(int status, String contentType, InputStream body, Closeable response) implements Closeable {

    boolean isStream() {
        return contentType.contains("event-stream");
    }

    @Override
    public void close() throws IOException {
        response.close();
    }
}
