package dev.cachewright.recorder.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/// Ends connections that may have ended already.
final class Quietly {

    private Quietly() {
    }

    static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException _) {
            // Closed is closed.
        }
    }

    /// Ends a connection so that the other end sees that it broke.
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It is closed.
        }
        close(socket);
    }
}
