package dev.cachewright.recorder.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/// A pass-through server before a server, and what its watcher was told.
final class Passed implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final List<HeardTap> taps = new CopyOnWriteArrayList<>();
    private final PassThrough server;

    private Passed(List<Route> routes, SSLSocketFactory security) throws IOException {
        server = PassThrough.start(0, routes,
                new Dialer(security, _ -> Optional.empty(), Duration.ofSeconds(10)), (_, _, target, _, _) -> {
                    var tap = new HeardTap(target);
                    taps.add(tap);
                    return tap;
                }, System::nanoTime);
    }

    /// Requests below `/up` go to this server.
    static Passed to(URI uri) throws IOException {
        return to(uri, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static Passed to(URI uri, SSLSocketFactory security) throws IOException {
        return new Passed(List.of(new Route("Up", "/up", uri)), security);
    }

    static Passed to(Route... routes) throws IOException {
        return new Passed(List.of(routes), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// What was told so far, by request.
    List<HeardTap> taps() {
        return List.copyOf(taps);
    }

    Socket connect() throws IOException {
        var socket = new Socket(PassThrough.HOST, server.port());
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        return socket;
    }

    int port() {
        return server.port();
    }

    /// Sends this and gives what comes until the end of the connection.
    String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /// What comes until the connection ends, and whether it was reset.
    record Rest(String text, boolean isReset) {

        static Rest of(Socket socket) throws IOException {
            var all = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    all.write(next);
                }
            } catch (SocketException _) {
                return new Rest(all.toString(StandardCharsets.ISO_8859_1), true);
            }
            return new Rest(all.toString(StandardCharsets.ISO_8859_1), false);
        }
    }

    /// What a client says up to the end of a head; empty where it says nothing more.
    static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    /// Ends the server while its clients are connected.
    void end() {
        server.close();
    }

    @Override
    public void close() {
        end();
    }
}
