package dev.cachewright.cli;

import dev.cachewright.cli.argument.CliParts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// A `watch` that is running, and what it prints line by line.
public final class WatchRun implements AutoCloseable {

    private static final int PIPE = 1 << 20;

    private final PipedInputStream line = new PipedInputStream(PIPE);
    private final BufferedReader lines = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8));
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> read = new ArrayList<>();
    private final FutureTask<Integer> task;
    private final Thread thread;

    private WatchRun(CliParts parts, String... arguments) throws IOException {
        var out = new PrintStream(new PipedOutputStream(line), true, StandardCharsets.UTF_8);
        var cli = new Cli(parts, CliRun.NO_KEYS, problem -> problem + "");
        String[] all = Stream.concat(Stream.of("watch"), Stream.of(arguments)).toArray(String[]::new);
        task = new FutureTask<>(() -> {
            try (out) {
                return cli.run(all, out, CliRun.stream(err));
            }
        });
        thread = Thread.ofVirtual().start(task);
    }

    public static WatchRun of(CliParts parts, String... arguments) throws IOException {
        return new WatchRun(parts, arguments);
    }

    /// The next line on standard output.
    public String line() throws IOException {
        String next = lines.readLine();
        if (next == null) {
            throw new AssertionError("it ended: " + read + err());
        }
        read.add(next);
        return next;
    }

    /// The next line that holds this.
    public String lineWith(String part) throws IOException {
        String next = line();
        while (!next.contains(part)) {
            next = line();
        }
        return next;
    }

    /// What a server answers to a request.
    public int post(String url, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type",
                "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(),
                BodyHandlers.discarding()).statusCode();
    }

    /// Interrupts it, as Ctrl+C does.
    ///
    /// @return its exit status
    public int end() throws InterruptedException, ExecutionException, IOException {
        thread.interrupt();
        int status = task.get();
        lines.lines().forEach(read::add);
        return status;
    }

    /// All that was read of standard output.
    public String out() {
        return String.join("\n", read);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        thread.interrupt();
        client.close();
    }
}
