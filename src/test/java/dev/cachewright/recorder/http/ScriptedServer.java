package dev.cachewright.recorder.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that does with each connection what a script says.
public final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ScriptedServer(ServerSocket socket) {
        this.socket = socket;
    }

    /// What happens on one connection, which is closed at its end.
    public interface Script {

        void run(Socket client) throws IOException;
    }

    public static ScriptedServer start(Script script) {
        try {
            var server = new ScriptedServer(new ServerSocket(0, 256, InetAddress.getByName("127.0.0.1")));
            server.threads.execute(() -> server.accept(script));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Script script) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client, script));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private static void serve(Socket client, Script script) {
        try (client) {
            script.run(client);
        } catch (IOException _) {
            // The other end is gone, as some scripts want it.
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
