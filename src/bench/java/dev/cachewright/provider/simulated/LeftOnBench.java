package dev.cachewright.provider.simulated;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.token.Tokenizers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Memory of a simulator that is left on, while so many different calls come to all of its endpoints.
///
/// The clients live in the same process, which is measured with them. With `-Dbench.port=PORT -Dbench.pid=PID` they call
/// a `cachewright serve` that runs already, whose process alone is measured; that one takes its time for each answer, so
/// that it wants `-Dbench.clients=2000`. The argument is the number of calls, by default a million.
public final class LeftOnBench {

    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final int WORDS = 150;
    private static final double MEGA = 1e6;
    private static final List<String> FORMS = List.of("""
            {"model": "gpt-5.4", "messages": [{"role": "user", "content": "%s"}]}""", """
            {"model": "gpt-5.6-sol", "input": "%s"}""", """
            {"model": "claude-sonnet-5-5", "max_tokens": 100, "cache_control": {"type": "ephemeral"},
             "diagnostics": {"previous_message_id": null}, "messages": [{"role": "user", "content": "%s"}]}""");
    private static final List<String> PATHS = List.of("chat/completions", "responses", "messages");

    private LeftOnBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int calls = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 1_000_000;
        int port = Integer.getInteger("bench.port", 0);
        if (port > 0) {
            call(port, calls);
            return;
        }
        var tokenizers = new Tokenizers();
        try (var server = SimulatedServer.start(SimulatorOptions.defaults().withDelayScale(0),
                new Analyst(BundledCatalog.read(), tokenizers), tokenizers, InstantSource.system())) {
            call(server.port(), calls);
        }
    }

    private static void call(int port, int calls) throws IOException, InterruptedException {
        var done = new AtomicInteger();
        List<Thread> clients = IntStream.range(0, CLIENTS).mapToObj(client -> Thread.ofVirtual()
                .start(() -> send(port, client, calls / CLIENTS, done))).toList();
        long start = System.nanoTime();
        for (int next = calls / 10; next <= calls; next += calls / 10) {
            while (done.get() < next / CLIENTS * CLIENTS) {
                Thread.sleep(20);
            }
            print(done.get(), start);
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private static void send(int port, int client, int calls, AtomicInteger done) {
        var random = new SplittableRandom(client);
        try (var socket = new Socket(SimulatedServer.HOST, port);
                var in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            for (int i = 0; i < calls; i++) {
                socket.getOutputStream().write(request(i % FORMS.size(), random));
                readAnswer(in);
                done.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] request(int form, SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            text.append("word").append(random.nextInt(100_000)).append(' ');
        }
        byte[] body = FORMS.get(form).formatted(text).getBytes(StandardCharsets.US_ASCII);
        String version = form == 2 ? "anthropic-version: 2023-06-01\r\n" : "";
        byte[] head = ("POST /v1/" + PATHS.get(form) + " HTTP/1.1\r\nHost: localhost\r\n" + version
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /// Reads an answer whose length is given.
    private static void readAnswer(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 200")) {
            throw new IOException(head.toString());
        }
        String length = head.toString().toLowerCase(Locale.ROOT).split("content-length: ")[1];
        in.skipNBytes(Long.parseLong(length.substring(0, length.indexOf('\r'))));
    }

    private static void print(int calls, long start) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%,9d calls after %4d s: heap %5.1f MB used, %s%n", calls,
                (System.nanoTime() - start) / 1_000_000_000, (runtime.totalMemory() - runtime.freeMemory()) / MEGA,
                resident());
    }

    /// Now and at most, where the system says so.
    private static String resident() throws IOException {
        Path status = Path.of("/proc", System.getProperty("bench.pid", "self"), "status");
        return Files.exists(status)
                ? String.join(", ", Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS")
                        || line.startsWith("VmHWM")).map(line -> line.replaceAll("\\s+", " ")).toList())
                : "resident memory not known";
    }
}
