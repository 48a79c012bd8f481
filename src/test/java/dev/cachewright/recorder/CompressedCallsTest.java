package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.recorder.http.ScriptedServer;
import dev.cachewright.session.Call;
import dev.cachewright.session.Timing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compressed bodies pass as they are, and are read.
class CompressedCallsTest {

    private static final String REQUEST = """
            {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hi"}]}""";
    private static final String ANSWER = "{\"id\":\"1\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,"
            + "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"Brotli\"}}],\"usage\":{"
            + "\"prompt_tokens\":8,\"completion_tokens\":1,\"prompt_tokens_details\":{\"cached_tokens\":0}}}";
    /// [#ANSWER], compressed by Node.js, since the JDK cannot.
    private static final String BROTLI = "G+MAIIzTFfOilHEPAbel/kyAZrZU5ygUNh0MMTFSh6XPZqcBW1LL225thWUP8o/2As+vB8MslD"
            + "sb1WupBUlgO146bksBOcvmWhAMMdgtyUQ4mIKUTxaqAipAOn9xjjaf6n0Hf9LaR3v7zAJfPo4ACzsonaGapykWnaxYxv0G";

    private static byte[] compressed(String text, String coding) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (coding) {
            case "gzip", "x-gzip" -> new GZIPOutputStream(bytes);
            case "deflate" -> new DeflaterOutputStream(bytes);
            case "raw deflate" -> new DeflaterOutputStream(bytes, new Deflater(6, true));
            default -> bytes;
        }) {
            out.write(text.equals(ANSWER) && coding.equals("br")
                    ? Base64.getDecoder().decode(BROTLI)
                    : text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ScriptedServer answering(String coding, byte[] body) {
        return ScriptedServer.start(client -> {
            request(client);
            client.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
                    + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().write(body);
        });
    }

    /// Reads a request with a length.
    private static byte[] request(Socket client) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) client.getInputStream().read());
        }
        int length = Integer.parseInt(head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1"));
        return client.getInputStream().readNBytes(length);
    }

    private static byte[] post(Watched watched, byte[] body, String... headers) throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(watched.openAiUrl()
                    + "/chat/completions")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            return client.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    BodyHandlers.ofByteArray()).body();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw deflate", "br", "identity"})
    void anAnswerPassesAsItIsAndIsRead(String coding) throws Exception {
        byte[] body = compressed(ANSWER, coding);
        try (var server = answering(coding.replace("raw ", ""), body);
                Watched watched = Watched.before(server.uri("/v1").toString())) {
            assertThat(post(watched, REQUEST.getBytes(StandardCharsets.UTF_8))).isEqualTo(body);
            Call call = watched.calls(1).getFirst();

            assertThat(call.measurement().usage().input()).hasValue(8);
            assertThat(watched.store().exchanges().getFirst().answer()).isEqualTo("Brotli");
        }
    }

    /// What is read in blocks has come earlier than it could be read.
    @Test
    void theTimesThatBrotliHidesAreNotMadeUp() throws Exception {
        try (var server = answering("br", compressed(ANSWER, "br"));
                Watched watched = Watched.before(server.uri("/v1").toString())) {
            post(watched, REQUEST.getBytes(StandardCharsets.UTF_8));
            Timing timing = watched.calls(1).getFirst().measurement().timing();

            assertThat(timing.firstByte()).isPresent();
            assertThat(timing.firstToken()).isEmpty();
        }
    }

    @Test
    void aCompressedRequestPassesAsItIsAndIsRead() throws Exception {
        byte[] request = compressed(REQUEST, "gzip");
        byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
        try (var server = ScriptedServer.start(client -> {
            boolean isSame = Arrays.equals(request(client), request);
            client.getOutputStream().write(("HTTP/1.1 " + (isSame ? 200 : 400) + " Said\r\nContent-Length: "
                    + answer.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().write(answer);
        }); Watched watched = Watched.before(server.uri("/v1").toString())) {
            post(watched, request, "Content-Encoding", "gzip");

            assertThat(watched.calls(1)).allMatch(Watched::isAnswered);
            assertThat(watched.store().exchanges().getFirst().body()).isEqualTo(REQUEST);
        }
    }

    @Test
    void anAnswerInAnUnknownCompressionPassesAndIsCounted() throws Exception {
        byte[] body = {1, 2, 3, 4};
        try (var server = answering("zstd", body);
                Watched watched = Watched.before(server.uri("/v1").toString())) {
            assertThat(post(watched, REQUEST.getBytes(StandardCharsets.UTF_8))).isEqualTo(body);
            assertThat(watched.next()).isEqualTo(new WatchEvent.Missed(Gap.UNKNOWN_CODING, 1));
        }
    }

    /// A few bytes that would be gigabytes.
    @Test
    void aRequestThatGrowsWithoutEndIsNotRead() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 70; i++) {
                out.write(zeros);
            }
        }
        try (var server = answering("identity", ANSWER.getBytes(StandardCharsets.UTF_8));
                Watched watched = Watched.before(server.uri("/v1").toString())) {
            post(watched, bomb.toByteArray(), "Content-Encoding", "gzip");
            assertThat(watched.next()).isEqualTo(new WatchEvent.Missed(Gap.NOT_READ, 1));
        }
    }
}
