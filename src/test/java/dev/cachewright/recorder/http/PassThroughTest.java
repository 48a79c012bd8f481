package dev.cachewright.recorder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassThroughTest {

    private static final String GET = "GET /up/x HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ScriptedServer answering(String answer) {
        return ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            write(client, answer);
        });
    }

    @ParameterizedTest
    @CsvSource({"/up/v1/chat?x=1, /api/v1/chat?x=1", "/up, /api/", "/up?q, /api/?q", "/up/a%2Fb//c, /api/a%2Fb//c"})
    void thePathOfTheServerComesBeforeThatOfTheRequest(String asked, String there) throws IOException {
        var heard = new CompletableFuture<String>();
        try (var server = ScriptedServer.start(client -> {
            heard.complete(Passed.head(client.getInputStream()));
            write(client, OK);
        }); Passed passed = Passed.to(server.uri("/api/"))) {
            assertThat(passed.exchange("GET " + asked + " HTTP/1.1\r\nHOST: localhost:1\r\nX: y\r\n\r\n"))
                    .isEqualTo(OK);
            assertThat(heard.join()).isEqualTo("GET " + there + " HTTP/1.1\r\nHOST: " + server.uri("").getAuthority()
                    + "\r\nX: y\r\n\r\n");
            assertThat(passed.taps().getFirst().target()).isEqualTo(there);
        }
    }

    @Test
    void aConnectionGoesOnWithAnotherServer() throws IOException {
        try (var one = ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            write(client, OK);
            client.getInputStream().read();
        });
                var other = answering("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
                Passed passed = Passed.to(new Route("One", "/one", one.uri("")),
                        new Route("Other", "/other", other.uri("")))) {
            String all = passed.exchange("GET /one/x HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "GET /other/y HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(all).isEqualTo(OK + "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
            assertThat(passed.taps()).extracting(HeardTap::status).containsExactly(200, 404);
        }
    }

    @Test
    void eachChunkOfAStreamArrivesBeforeTheNextIsSent() throws IOException {
        var isRead = new CountDownLatch(1);
        try (var server = ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            write(client, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
            await(isRead);
            write(client, "3\r\ntwo\r\n0\r\n\r\n");
        }); Passed passed = Passed.to(server.uri("")); Socket client = passed.connect()) {
            write(client, GET);
            Passed.head(client.getInputStream());
            assertThat(client.getInputStream().readNBytes(8)).asString().isEqualTo("3\r\none\r\n");
            isRead.countDown();
            assertThat(client.getInputStream().readNBytes(13)).asString().isEqualTo("3\r\ntwo\r\n0\r\n\r\n");
            assertThat(passed.taps().getFirst().ending()).isEqualTo(new Tap.Ending.Whole());
            assertThat(passed.taps().getFirst().answer()).asString().isEqualTo("onetwo");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClientThatWaitsForLeaveToSendItsBodyGetsIt() throws IOException {
        try (var server = ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            write(client, "HTTP/1.1 100 Continue\r\n\r\n");
            client.getInputStream().readNBytes(4);
            write(client, OK);
        }); Passed passed = Passed.to(server.uri("")); Socket client = passed.connect()) {
            write(client,
                    "POST /up/x HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(Passed.head(client.getInputStream())).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            write(client, "body");
            assertThat(client.getInputStream().readNBytes(OK.length())).asString().isEqualTo(OK);
            assertThat(passed.taps().getFirst().status()).isEqualTo(200);
            assertThat(passed.taps().getFirst().request()).asString().isEqualTo("body");
        }
    }

    @Test
    void anAnswerToHeadHasNoBodyWhateverItsLengthSays() throws IOException {
        try (var server = ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            write(client, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
            Passed.head(client.getInputStream());
            write(client, OK);
        }); Passed passed = Passed.to(server.uri(""))) {
            assertThat(passed.exchange(GET.replace("GET", "HEAD") + GET))
                    .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + OK);
            assertThat(passed.taps().get(1).answer()).asString().isEqualTo("hi");
        }
    }

    @Test
    void anAnswerWithoutALengthEndsWithItsConnection() throws IOException {
        try (var server = answering("HTTP/1.0 200 OK\r\n\r\nall there is"); Passed passed = Passed.to(server.uri(""))) {
            assertThat(passed.exchange(GET)).endsWith("all there is");
            assertThat(passed.taps().getFirst().ending()).isEqualTo(new Tap.Ending.Whole());
            assertThat(passed.taps().getFirst().answer()).asString().isEqualTo("all there is");
        }
    }

    @Test
    void aWebSocketPassesAsBytesInBothDirections() throws IOException {
        try (var server = ScriptedServer.start(client -> {
            Passed.head(client.getInputStream());
            write(client, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\1\2");
            byte[] said = client.getInputStream().readNBytes(5);
            OutputStream out = client.getOutputStream();
            out.write(said);
        }); Passed passed = Passed.to(server.uri("")); Socket client = passed.connect()) {
            write(client, "GET /up/x HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
            Passed.head(client.getInputStream());
            write(client, "GET /");
            assertThat(Passed.Rest.of(client)).isEqualTo(new Passed.Rest("\1\2GET /", false));
            assertThat(passed.taps().getFirst().status()).isEqualTo(101);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost.evil.example", "Host: 127.0.0.1.evil.example",
            "Host: 192.168.0.7", "X: no host", "Host: localhost\r\nHost: localhost", "Host: ",
            "Host: localhost\r\nOrigin: http://localhost:3000", "Host: localhost\r\nOrigin: null",
            "Host: localhost\r\nSec-Fetch-Site: same-origin", "Host: localhost\r\nSEC-FETCH-SITE: cross-site"})
    void aWebPageOrAnotherComputerIsRefusedWithWords(String fields) throws IOException {
        try (var server = answering(OK); Passed passed = Passed.to(server.uri(""))) {
            String answer = passed.exchange("POST /up/v1/messages HTTP/1.1\r\n" + fields
                    + "\r\nContent-Length: 2\r\n\r\n{}");

            assertThat(answer).startsWith("HTTP/1.1 403 Forbidden\r\n").contains("This is a recorder for programs")
                    .doesNotContain("Access-Control");
            assertThat(passed.taps()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:80", "localhost", "LocalHost:7", "[::1]:80", "127.8.9.1"})
    void everyNameOfThisComputerIsAnswered(String host) throws IOException {
        try (var server = answering(OK); Passed passed = Passed.to(server.uri(""))) {
            assertThat(passed.exchange("GET /up/ HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).isEqualTo(OK);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GET /elsewhere HTTP/1.1 | 404 | begin it with /up",
            "CONNECT a.example:443 HTTP/1.1 | 400 | NO_PROXY=127.0.0.1",
            "GET http://a.example/ HTTP/1.1 | 400 | NO_PROXY=127.0.0.1",
            "GET /up/ HTTP/2.0 | 400 | not a request of HTTP/1.1",
            "nonsense | 400 | not a request of HTTP/1.1"})
    void whatCannotBePassedOnIsToldWhy(String line, int status, String words) throws IOException {
        try (var server = answering(OK); Passed passed = Passed.to(server.uri(""))) {
            assertThat(passed.exchange(line + "\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 " + status + " ")
                    .contains("Connection: close\r\n", words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1\r\nTransfer-Encoding: chunked", "Content-Length: 1\r\nContent-Length: 2",
            "Content-Length: -1", "Transfer-Encoding: gzip, chunked", "Content-Length : 3", "Content Length: 3"})
    void aRequestThatTwoReadersWouldEndInTwoPlacesIsRefused(String fields) throws IOException {
        try (var server = answering(OK); Passed passed = Passed.to(server.uri(""))) {
            assertThat(passed.exchange("POST /up/ HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n\r\nabc"))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n");
            assertThat(passed.taps()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereIsToldWithoutItsAddress() throws IOException {
        int free;
        try (var server = answering(OK)) {
            free = server.uri("").getPort();
        }
        try (Passed passed = Passed.to(URI.create("http://127.0.0.1:" + free))) {
            String answer = passed.exchange("POST /up/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");

            assertThat(answer).startsWith("HTTP/1.1 502 Bad Gateway\r\n").contains("Cachewright cannot reach Up");
            assertThat(passed.taps().getFirst().ending()).isInstanceOf(Tap.Ending.Unreached.class);
            assertThat(passed.taps().getFirst().request()).asString().isEqualTo("{}");
        }
    }
}
