package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.recorder.http.PassThrough;
import dev.cachewright.recorder.http.ScriptedServer;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A thousand calls, 64 at once, to a server that breaks most of them.
class FaultyServersTest {

    private static final int CALLS = 1_000;
    private static final int AT_ONCE = 64;
    private static final String CHAT = """
            {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hi"}]}""";
    private static final String BODY = """
            {"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Hi"}}],
             "usage": {"prompt_tokens": 8, "completion_tokens": 1, "prompt_tokens_details": {"cached_tokens": 0}}}""";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + BODY.length() + "\r\n\r\n";

    /// What the server does with a call.
    private enum Act {
        ANSWER, CUT_IN_HEAD, CUT_IN_BODY, RESET, HOLD, GARBAGE, CLOSE, LEFT_BY_CLIENT
    }

    private static Act act(int call) {
        return Act.values()[call % Act.values().length];
    }

    /// What of an answer goes out before the act.
    private static String said(Act act) {
        return switch (act) {
            case ANSWER, HOLD -> HEAD + BODY;
            case CUT_IN_HEAD -> HEAD.substring(0, 20);
            case CUT_IN_BODY, LEFT_BY_CLIENT -> HEAD + BODY.substring(0, 50);
            case GARBAGE -> "\1\2\3 no HTTP at all\r\n\r\n";
            case RESET, CLOSE -> "";
        };
    }

    /// The slow calls are answered when all others have ended.
    private static void serve(Socket client, CountDownLatch others) throws IOException {
        String head = head(client.getInputStream());
        Act act = Act.valueOf(head.replaceFirst("(?s).*X-Act: (\\w+).*", "$1"));
        client.getInputStream().readNBytes(CHAT.length());
        if (act == Act.HOLD) {
            await(others);
        }
        client.getOutputStream().write(said(act).getBytes(StandardCharsets.ISO_8859_1));
        switch (act) {
            case RESET -> client.setSoLinger(true, 0);
            case LEFT_BY_CLIENT, ANSWER, HOLD -> client.getInputStream().read();
            default -> client.shutdownOutput();
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What one client received.
    private record Received(Act act, String bytes) {
    }

    private static Received call(int port, Act act) {
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket(PassThrough.HOST, port)) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Act: " + act
                    + "\r\nContent-Length: " + CHAT.length() + "\r\n\r\n" + CHAT)
                    .getBytes(StandardCharsets.ISO_8859_1));
            int most = act == Act.ANSWER || act == Act.HOLD || act == Act.LEFT_BY_CLIENT
                    ? said(act).length()
                    : Integer.MAX_VALUE;
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = received.size() == most ? -1 : in.read()) {
                received.write(next);
            }
        } catch (IOException _) {
            // Broken, as it was at the server.
        }
        return new Received(act, received.toString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void eachClientSeesWhatTheServerSaidAndEachCallIsKeptAsItEnded() throws InterruptedException {
        int slow = (int) IntStream.range(0, CALLS).filter(call -> act(call) == Act.HOLD).count();
        var others = new CountDownLatch(CALLS - slow);
        var received = new ConcurrentLinkedQueue<Received>();
        try (var server = ScriptedServer.start(client -> serve(client, others));
                Watched watched = Watched.before(server.uri("/v1").toString())) {
            List<Thread> clients = Stream.concat(slow(watched.port(), received), IntStream.range(0, AT_ONCE)
                    .mapToObj(first -> Thread.ofVirtual().start(() -> {
                        for (int call = first; call < CALLS; call += AT_ONCE) {
                            if (act(call) != Act.HOLD) {
                                received.add(call(watched.port(), act(call)));
                                others.countDown();
                            }
                        }
                    }))).toList();
            for (Thread client : clients) {
                client.join();
            }

            assertThat(received).hasSize(CALLS).allSatisfy(each -> assertThat(each.bytes()).isEqualTo(said(each
                    .act())));
            assertThat(ends(watched.calls(CALLS))).isEqualTo(Map.of("Answered", 250L, "Cancelled", 125L,
                    "BROKEN_OFF", 250L, "CUT_OFF", 125L, "NOT_AN_ANSWER", 250L));
        }
    }

    private static Stream<Thread> slow(int port, ConcurrentLinkedQueue<Received> received) {
        return IntStream.range(0, CALLS).filter(call -> act(call) == Act.HOLD)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> received.add(call(port, Act.HOLD))));
    }

    private static Map<String, Long> ends(List<Call> calls) {
        return calls.stream().collect(Collectors.groupingBy(call -> switch (call.measurement()
                .result()) {
            case CallResult.Failed(Failure.Known known) -> known.kind().name();
            case CallResult other -> other.getClass().getSimpleName();
        }, Collectors.counting()));
    }
}
