package dev.cachewright.recorder.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// A connection to a server.
final class Upstream {

    private static final int BUFFER = 32 * 1024;

    private final Socket wire;
    private final InputStream in;
    private final OutputStream out;

    /// @param wire the connection itself
    /// @param secured the same, encrypted where the server wants that
    Upstream(Socket wire, Socket secured) throws IOException {
        this.wire = wire;
        this.in = secured.getInputStream();
        this.out = new BufferedOutputStream(secured.getOutputStream(), BUFFER);
    }

    InputStream in() {
        return in;
    }

    /// Held back until it is flushed.
    OutputStream out() {
        return out;
    }

    /// Ends it at once, whatever is being waited for. To close the encrypted connection in good order could wait for
    /// what is being written.
    void close() {
        Quietly.close(wire);
    }
}
