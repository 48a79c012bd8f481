package dev.cachewright.provider.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that knows how many connections its clients hold open. It gives each request the same beginning of an
/// answer, and then waits until the client hangs up.
final class CountingServer implements AutoCloseable {

    /// Is down once a request has come.
    final CountDownLatch asked = new CountDownLatch(1);

    private final ServerSocket listener;
    private final byte[] answer;
    private final AtomicInteger open = new AtomicInteger();

    CountingServer(String answer) {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        try {
            this.listener = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/v1";
    }

    int open() {
        return open.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            in.read();
            in.skipNBytes(in.available());
            asked.countDown();
            socket.getOutputStream().write(answer);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // The client has gone.
        } finally {
            open.decrementAndGet();
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
