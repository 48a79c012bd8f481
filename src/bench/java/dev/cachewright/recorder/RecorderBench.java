package dev.cachewright.recorder;

import dev.cachewright.app.RecordingTools;
import dev.cachewright.provider.Simulators;
import dev.cachewright.recorder.http.ScriptedServer;
import dev.cachewright.session.MemorySessions;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionKeeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;

/// What the recorder adds to the first byte of a stream: each of 64 clients calls a server directly and through the
/// recorder in turns, while the other streams run. The requests are read, counted and forecast meanwhile, as in a watch.
///
/// Prints the median and the time that 99 % stay under, of both and of the difference of each pair. The argument is the
/// number of pairs for each client.
public final class RecorderBench {

    private static final int CLIENTS = 64;
    private static final int WARM_UP = 10;
    private static final int EVENTS = 20;
    /// Of a quick model: the first token after a while, then 50 a second.
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final double MILLION = 1e6;
    private static final String BODY = "{\"model\": \"gpt-5.4\", \"stream\": true, \"messages\": [{\"role\": \"system\", "
            + "\"content\": \"" + Simulators.LONG.repeat(2) + "\"}, {\"role\": \"user\", \"content\": \"Hi\"}]}";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String END = "0\r\n\r\n";

    private RecorderBench() {
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 40;
        System.out.printf(Locale.ROOT, "load %.1f before%n", load());
        var recorded = new AtomicLong();
        var missed = new AtomicLong();
        try (var server = ScriptedServer.start(RecorderBench::serve);
                Recorder recorder = Recorder.start(
                        new Recorder.Options(0, List.of(WatchedServer.at(server.uri("/v1").toString())),
                                Optional.empty(), true),
                        RecordingTools.of(Simulators.ANALYST, List.of()), new SessionKeeper(new MemorySessions()),
                        Session.started("bench"),
                        event -> (event instanceof WatchEvent.Ended ? recorded : missed).incrementAndGet())) {
            compare(server.uri("").getPort(), recorder.port(), pairs);
        }
        System.out.printf(Locale.ROOT, "%d calls recorded, %d gaps told; load %.1f after%n", recorded.get(),
                missed.get(), load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void serve(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        byte[] event = chunk("data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"word \"}}]}\n\n");
        while (isRequest(client.getInputStream())) {
            pause(FIRST);
            client.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < EVENTS; i++) {
                client.getOutputStream().write(event);
                pause(BETWEEN);
            }
            client.getOutputStream().write(chunk("data: [DONE]\n\n"));
            client.getOutputStream().write(END.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] chunk(String text) {
        return (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isRequest(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            boolean isWhole = next == '\n' && head.length() >= 4
                    && head.substring(head.length() - 4).equals("\r\n\r\n");
            if (isWhole) {
                return in.readNBytes(BODY.length()).length == BODY.length();
            }
        }
        return false;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void compare(int direct, int through, int pairs) throws InterruptedException, ExecutionException {
        var all = new ArrayList<double[]>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<List<double[]>>>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                clients.add(threads.submit(() -> pairs(direct, through, pairs, number)));
            }
            for (Future<List<double[]>> client : clients) {
                all.addAll(client.get());
            }
        }
        System.out.printf("%-12s %18s%n", "first byte", "median / 99 % under");
        print("direct", all.stream().mapToDouble(pair -> pair[0]));
        print("recorded", all.stream().mapToDouble(pair -> pair[1]));
        print("difference", all.stream().mapToDouble(pair -> pair[1] - pair[0]));
    }

    private static void print(String name, DoubleStream times) {
        double[] sorted = times.toArray();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%-12s %.2f / %.2f ms (%d)%n", name, sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100], sorted.length);
    }

    private static List<double[]> pairs(int direct, int through, int pairs, int number) {
        var times = new ArrayList<double[]>();
        // Not all at the same moment.
        pause(BETWEEN.multipliedBy(number));
        try (var one = new Socket("127.0.0.1", direct); var other = new Socket("127.0.0.1", through)) {
            for (int i = -WARM_UP; i < pairs; i++) {
                boolean isFirst = (i + number) % 2 == 0;
                double early = isFirst ? firstByte(one) : 0;
                double recorded = firstByte(other);
                double plain = isFirst ? early : firstByte(one);
                if (i >= 0) {
                    times.add(new double[]{plain, recorded});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }

    private static double firstByte(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        byte[] request = ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY).getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        var end = new StringBuilder().append((char) in.read());
        double millis = (System.nanoTime() - start) / MILLION;
        byte[] buffer = new byte[8_192];
        while (end.length() < END.length() || !end.substring(end.length() - END.length()).equals(END)) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new IOException("the stream ended early");
            }
            end.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
        return millis;
    }
}
