package dev.cachewright.recorder.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// A server on this computer, for programs on this computer, that hands each request on to the server of its path.
///
/// Listens on the loopback address alone. Runs from [#start] to [#close], which ends what is under way.
public final class PassThrough implements AutoCloseable {

    /// Written as a number: a name could be looked up to something else.
    public static final String HOST = "127.0.0.1";

    private static final int WAITING = 1_024;
    private static final long BREATH_NANOS = 50_000_000;
    private static final int LONGEST_END_SECONDS = 3;

    private final ServerSocket socket;
    private final Passage.Parts parts;
    private final ExecutorService threads;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private PassThrough(ServerSocket socket, Passage.Parts parts, ExecutorService threads) {
        this.socket = socket;
        this.parts = parts;
        this.threads = threads;
    }

    /// @param port 0 for a free one
    /// @param routes the first that takes a request is its own
    /// @param nanos a steady clock, in nanoseconds
    /// @throws IOException where the port cannot be had
    public static PassThrough start(int port, List<Route> routes, Dialer dialer, Watcher watcher, LongSupplier nanos)
            throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), WAITING);
        } catch (IOException e) {
            Quietly.close(socket);
            throw e;
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        var server = new PassThrough(socket,
                new Passage.Parts(List.copyOf(routes), dialer, watcher, nanos, threads), threads);
        threads.execute(server::accept);
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException _) {
                // Closed; or the system has no more connections to give, which takes a moment.
                LockSupport.parkNanos(socket.isClosed() ? 0 : BREATH_NANOS);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            boolean isMeant = client.getInetAddress().isLoopbackAddress() && !socket.isClosed();
            if (isMeant) {
                client.setTcpNoDelay(true);
                new Passage(client, parts).run();
            }
        } catch (IOException _) {
            // It was gone before it asked.
        } finally {
            clients.remove(client);
        }
    }

    /// Ends what is under way, and returns when everything has been told of it.
    @Override
    public void close() {
        Quietly.close(socket);
        threads.shutdown();
        clients.forEach(Quietly::close);
        try {
            threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
