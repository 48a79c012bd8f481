package dev.cachewright.provider.simulated;

import java.io.IOException;
import java.util.Map;

/// Where the bytes of one answer go.
interface Wire {

    /// A length that is not known beforehand.
    int STREAMED = -1;

    /// @param length of the body in bytes, or [#STREAMED]
    void begin(int status, Map<String, String> headers, int length) throws IOException;

    /// Once this returns, the bytes are on their way.
    void write(byte[] bytes) throws IOException;

    default void end() throws IOException {
    }
}
