package dev.cachewright.recorder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What one end does the other is shown, and the call ends as it did.
class BrokenConnectionTest {

    private static final String POST = "POST /up/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody";
    private static final String STREAM = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n";

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void request(Socket client) throws IOException {
        Passed.head(client.getInputStream());
        client.getInputStream().readNBytes(4);
    }

    @ParameterizedTest
    @CsvSource({"'', Cut", "'HTTP/1.1 20', Garbage", "'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', Cut",
            "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc', Cut", "'SSH-2.0-x\r\n\r\n', Garbage",
            "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc', Garbage"})
    void whatAServerSaidBeforeItBrokeOffArrives(String said, String ending) throws IOException {
        for (boolean isReset : new boolean[]{false, true}) {
            // A reset takes what was written with it, unless the other end has seen it.
            var isSeen = new CompletableFuture<Boolean>();
            try (var server = ScriptedServer.start(client -> {
                request(client);
                write(client, said);
                client.setSoLinger(isReset && isSeen.join(), 0);
            }); Passed passed = Passed.to(server.uri("")); Socket client = passed.connect()) {
                write(client, POST);
                assertThat(client.getInputStream().readNBytes(said.length())).asString(StandardCharsets.ISO_8859_1)
                        .isEqualTo(said);
                isSeen.complete(true);
                assertThat(Passed.Rest.of(client).isReset()).as("reset").isEqualTo(isReset);
                assertThat(passed.taps().getFirst().ending().getClass().getSimpleName()).isEqualTo(ending);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatLeavesClosesItsCallAtTheServer(boolean isReset) throws Exception {
        var isClosed = new CompletableFuture<Boolean>();
        try (var server = ScriptedServer.start(client -> {
            request(client);
            write(client, STREAM);
            isClosed.complete(isClosed(client));
        }); Passed passed = Passed.to(server.uri(""))) {
            try (Socket client = passed.connect()) {
                write(client, POST);
                client.getInputStream().readNBytes(STREAM.length());
                client.setSoLinger(isReset, 0);
            }
            assertThat(isClosed.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(passed.taps().getFirst().ending()).isEqualTo(new Tap.Ending.ClientLeft());
        }
    }

    private static boolean isClosed(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void aClientThatLeavesWithinItsRequestClosesItAtTheServer() throws Exception {
        var arrived = new CompletableFuture<String>();
        try (var server = ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            arrived.complete(Passed.Rest.of(client).text());
        }); Passed passed = Passed.to(server.uri(""))) {
            try (Socket client = passed.connect()) {
                write(client, POST.replace("4", "400"));
            }
            assertThat(arrived.get(30, TimeUnit.SECONDS)).isEqualTo("body");
            assertThat(passed.taps().getFirst().ending()).isEqualTo(new Tap.Ending.ClientLeft());
        }
    }

    @Test
    void anAnswerThatComesBeforeItsRequestIsWholeArrives() throws IOException {
        String refusal = "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno";
        try (var server = ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            write(client, refusal);
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        }); Passed passed = Passed.to(server.uri("")); Socket client = passed.connect()) {
            write(client, POST.replace("4", "400"));
            assertThat(Passed.Rest.of(client)).isEqualTo(new Passed.Rest(refusal, false));
            assertThat(passed.taps().getFirst().ending()).isEqualTo(new Tap.Ending.Whole());
        }
    }

    /// The one reads nothing of an answer that no buffer on its way can hold.
    @Test
    void aClientThatReadsNothingHoldsNoOtherOne() throws IOException {
        byte[] piece = new byte[1 << 20];
        try (var server = ScriptedServer.start(client -> {
            String head = Passed.head(client.getInputStream());
            write(client, "HTTP/1.1 200 OK\r\nContent-Length: " + (64 << 20) + "\r\n\r\n");
            for (int i = 0; i < (head.contains("/slow") ? 64 : 0); i++) {
                client.getOutputStream().write(piece);
            }
            client.getOutputStream().write(piece, 0, 1_000);
        }); Passed passed = Passed.to(server.uri("")); Socket slow = passed.connect()) {
            write(slow, "GET /up/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Passed.head(slow.getInputStream());
            for (int i = 0; i < 8; i++) {
                try (Socket quick = passed.connect()) {
                    write(quick, "GET /up/quick HTTP/1.1\r\nHost: localhost\r\n\r\n");
                    Passed.head(quick.getInputStream());
                    assertThat(quick.getInputStream().readNBytes(1_000)).hasSize(1_000);
                }
            }
        }
    }

    @Test
    void closingEndsWhatIsUnderWayAtBothEnds() throws Exception {
        var isClosed = new CompletableFuture<Boolean>();
        try (var server = ScriptedServer.start(client -> {
            request(client);
            write(client, STREAM);
            isClosed.complete(isClosed(client));
        }); Passed passed = Passed.to(server.uri("")); Socket client = passed.connect()) {
            write(client, POST);
            client.getInputStream().readNBytes(STREAM.length());
            passed.end();
            assertThat(client.getInputStream().read()).isNegative();
            assertThat(isClosed.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(passed.taps().getFirst().ending()).isEqualTo(new Tap.Ending.ClientLeft());
        }
    }
}
