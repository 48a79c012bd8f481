package dev.cachewright.provider.simulated;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// A front before the JDK's server, which hands bytes on in both directions and knows each client's own connection.
///
/// That server never gives its connections away, and ends each answer in good order. The front is there only where the
/// simulator is told to break connections.
final class Connections implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Optional<ServerSocket> front;
    private final Executor threads;
    /// By the port of the front's end of the connection to the server.
    private final Map<Integer, Socket> clients = new ConcurrentHashMap<>();

    private Connections(Optional<ServerSocket> front, Executor threads) {
        this.front = front;
        this.threads = threads;
    }

    /// No front: clients are connected to the server itself.
    static Connections direct(Executor threads) {
        return new Connections(Optional.empty(), threads);
    }

    /// @throws IOException where the address cannot be had
    static Connections at(InetSocketAddress address, Executor threads) throws IOException {
        var socket = new ServerSocket();
        socket.bind(address);
        return new Connections(Optional.of(socket), threads);
    }

    /// Hands connections on to the server from now on.
    void open(int serverPort) {
        front.ifPresent(socket -> threads.execute(() -> accept(socket, serverPort)));
    }

    /// The port that clients connect to; empty where it is the server's own.
    Optional<Integer> port() {
        return front.map(ServerSocket::getLocalPort);
    }

    /// The connection of the client whose request came to the server from this port.
    ///
    /// @throws IOException where it is gone
    Socket clientOf(int port) throws IOException {
        Socket client = clients.get(port);
        if (client == null) {
            throw new IOException("the client is gone");
        }
        return client;
    }

    private void accept(ServerSocket socket, int serverPort) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> connect(client, serverPort));
            } catch (IOException _) {
                // A client that is gone again; or the front was closed, which ends the loop.
            }
        }
    }

    private void connect(Socket client, int serverPort) {
        try (client; var server = new Socket(SimulatedServer.HOST, serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            clients.put(server.getLocalPort(), client);
            try {
                threads.execute(() -> pump(client, server));
                copy(server.getInputStream(), client.getOutputStream());
            } finally {
                clients.remove(server.getLocalPort());
            }
        } catch (IOException _) {
            // Either end is gone; so is the other.
        }
    }

    private static void pump(Socket client, Socket server) {
        try {
            copy(client.getInputStream(), server.getOutputStream());
            // It has no more to say, and may still listen.
            server.shutdownOutput();
        } catch (IOException _) {
            shut(server);
        }
    }

    private static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Closed is closed.
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    @Override
    public void close() {
        front.ifPresent(Connections::shut);
        clients.values().forEach(Connections::shut);
    }
}
