package dev.cachewright.provider.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A server that does what no HTTP library lets one do: each connection takes one request and writes the next script.
public final class RawServer implements AutoCloseable {

    private final ServerSocket listener;
    private final BlockingQueue<String> scripts;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /// @param scripts what each connection writes, in order; one that ends with `…` stays open until the end, one
    /// that ends with `↺` until it has read another request
    public RawServer(String... scripts) {
        this.scripts = new LinkedBlockingQueue<>(List.of(scripts));
        try {
            this.listener = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static String response(int status, String type, String body, String... headers) {
        return "HTTP/1.1 " + status + " Said\r\ncontent-type: " + type + "\r\ncontent-length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n" + String.join("", headers) + "\r\n" + body;
    }

    public static String json(int status, String body, String... headers) {
        return response(status, "application/json", body, headers);
    }

    public static String events(String body) {
        return "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n" + body;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/v1";
    }

    /// The next request as it came, head and body.
    public String request() throws InterruptedException {
        return requests.take();
    }

    public int requestCount() {
        return requests.size();
    }

    @Override
    public void close() {
        released.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        for (String script = scripts.poll(); script != null; script = scripts.poll()) {
            String current = script;
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket, current));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket, String script) {
        try (socket) {
            requests.add(read(socket.getInputStream()));
            socket.getOutputStream().write(script.replaceFirst("[…↺]$", "").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (script.endsWith("…")) {
                released.await();
            } else if (script.endsWith("↺")) {
                requests.add(read(socket.getInputStream()));
            }
        } catch (IOException _) {
            // The client has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        String head = text.toString();
        int length = head.lines().filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip())).findFirst().orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
