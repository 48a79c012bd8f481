package dev.cachewright.recorder;

import dev.cachewright.provider.Simulators;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// The time from a request to the first byte of its stream, directly and through the recorder, in turns on two
/// connections that each client keeps, to the same simulator, which answers without delays.
///
/// Prints the median and the time that 99 % stay under, of both and of the difference of the pairs. The arguments are
/// the clients at once and the pairs of each.
public final class PassingBench {

    private static final int WARM_UP = 6;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000_000;
    private static final double MILLION = 1e6;
    private static final String BODY = "{\"model\": \"gpt-5.4\", \"stream\": true, \"stream_options\": {\"include_usage\""
            + ": true}, \"max_completion_tokens\": 60, \"messages\": [{\"role\": \"user\", \"content\": \""
            + Simulators.LONG + "\"}]}";

    private PassingBench() {
    }

    /// The two times of one pair, in milliseconds.
    private record Pair(double direct, double passed) {
    }

    public static void main(String[] arguments) throws InterruptedException {
        int clients = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 64;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            var measured = new ConcurrentLinkedQueue<Pair>();
            List<Thread> threads = IntStream.range(0, clients).mapToObj(_ -> Thread.ofVirtual().start(() -> {
                try (Socket direct = connect(server.baseUrl()); Socket passed = connect(watched.openAiUrl())) {
                    for (int i = -WARM_UP; i < pairs; i++) {
                        boolean isFirst = i % 2 == 0;
                        double one = isFirst ? time(direct) : 0;
                        double other = time(passed);
                        var pair = new Pair(isFirst ? one : time(direct), other);
                        if (i >= 0) {
                            measured.add(pair);
                        }
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            })).toList();
            for (Thread thread : threads) {
                thread.join();
            }
            List<Pair> all = List.copyOf(measured);
            System.out.printf("%d clients, %d pairs; median / 99 %% under%ndirect %s%npassed %s%nadded  %s%n", clients,
                    all.size(), words(all.stream().mapToDouble(Pair::direct).toArray()),
                    words(all.stream().mapToDouble(Pair::passed).toArray()),
                    words(all.stream().mapToDouble(pair -> pair.passed() - pair.direct()).toArray()));
        }
    }

    private static Socket connect(String url) throws IOException {
        var socket = new Socket("127.0.0.1", URI.create(url).getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /// The whole stream is read; the time is that of its first byte.
    private static double time(Socket socket) throws IOException {
        // As applications do: clients that call without a pause measure how long they wait for a processor.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        byte[] request = ("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY).getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        int first = in.read();
        double millis = (System.nanoTime() - start) / MILLION;
        readToEnd(in, first);
        return millis;
    }

    private static void readToEnd(InputStream in, int first) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        String last = String.valueOf((char) first);
        while (!last.endsWith("\r\n0\r\n\r\n")) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new IOException("the stream ended early");
            }
            String all = last + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            last = all.substring(Math.max(0, all.length() - 8));
        }
    }

    private static String words(double[] millis) {
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "%.2f / %.2f ms", millis[millis.length / 2],
                millis[millis.length * 99 / 100]);
    }
}
