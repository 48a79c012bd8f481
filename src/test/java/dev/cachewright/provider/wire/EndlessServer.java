package dev.cachewright.provider.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/// A server that begins to answer and does not end until its client hangs up.
final class EndlessServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String scheme;
    private final byte[] head;
    private final byte[] again;
    private final Duration pause;

    /// @param head what comes first
    /// @param again what comes after each pause
    EndlessServer(String head, String again, Duration pause) {
        this(ServerSocketFactory.getDefault(), head, again, pause);
    }

    EndlessServer(ServerSocketFactory sockets, String head, String again, Duration pause) {
        this.scheme = sockets instanceof SSLServerSocketFactory ? "https" : "http";
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.again = again.getBytes(StandardCharsets.UTF_8);
        this.pause = pause;
        try {
            this.listener = sockets.createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String baseUrl() {
        return scheme + "://127.0.0.1:" + listener.getLocalPort() + "/v1";
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.getInputStream().read();
            OutputStream out = socket.getOutputStream();
            out.write(head);
            while (!listener.isClosed()) {
                Thread.sleep(pause);
                out.write(again);
                out.flush();
            }
        } catch (IOException _) {
            // The client has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
