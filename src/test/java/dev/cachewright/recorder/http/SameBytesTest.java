package dev.cachewright.recorder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random requests and answers, compared byte for byte at both ends.
class SameBytesTest {

    private static final int CONNECTIONS = 40;
    private static final String HOST = "Host: 127.0.0.1";

    /// A message as it is on the wire, and its content without what says where it ends.
    private record Message(byte[] wire, byte[] content) {
    }

    /// What both ends of one request are to see.
    private record Turn(byte[] sent, byte[] arrived, byte[] requestContent, Message answer) {
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatOneEndSendsIsWhatTheOtherEndReceives(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        for (int i = 0; i < CONNECTIONS; i++) {
            exchange(random);
        }
    }

    private static void exchange(Random random) throws IOException, InterruptedException {
        boolean isPipelined = random.nextBoolean();
        var arrived = new LinkedBlockingQueue<byte[]>();
        var script = new CompletableFuture<List<Turn>>();
        long pieces = random.nextLong();
        try (var server = ScriptedServer.start(client -> serve(client, script.join(), arrived, new Random(pieces)));
                Passed passed = Passed.to(server.uri("/base"));
                Socket client = passed.connect()) {
            List<Turn> turns = turns(random, "Host: " + server.uri("").getAuthority());
            script.complete(turns);
            List<byte[]> answers = isPipelined
                    ? pipelined(client, turns, random)
                    : inTurn(client, turns, random);
            for (int i = 0; i < turns.size(); i++) {
                Turn turn = turns.get(i);
                assertThat(arrived.take()).as("request %d", i).isEqualTo(turn.arrived());
                assertThat(answers.get(i)).as("answer %d", i).isEqualTo(turn.answer().wire());
                HeardTap tap = passed.taps().get(i);
                assertThat(tap.ending()).isEqualTo(new Tap.Ending.Whole());
                assertThat(tap.request()).isEqualTo(turn.requestContent());
                assertThat(tap.answer()).isEqualTo(turn.answer().content());
            }
        }
    }

    private static void serve(Socket client, List<Turn> turns, LinkedBlockingQueue<byte[]> arrived, Random random)
            throws IOException {
        for (Turn turn : turns) {
            arrived.add(client.getInputStream().readNBytes(turn.arrived().length));
            write(client.getOutputStream(), turn.answer().wire(), random);
        }
    }

    private static List<byte[]> inTurn(Socket client, List<Turn> turns, Random random) throws IOException {
        var answers = new ArrayList<byte[]>();
        for (Turn turn : turns) {
            write(client.getOutputStream(), turn.sent(), random);
            answers.add(client.getInputStream().readNBytes(turn.answer().wire().length));
        }
        return answers;
    }

    private static List<byte[]> pipelined(Socket client, List<Turn> turns, Random random) throws IOException {
        for (Turn turn : turns) {
            write(client.getOutputStream(), turn.sent(), random);
        }
        var answers = new ArrayList<byte[]>();
        for (Turn turn : turns) {
            answers.add(client.getInputStream().readNBytes(turn.answer().wire().length));
        }
        return answers;
    }

    private static void write(OutputStream out, byte[] bytes, Random random) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 7 : 9_000));
            out.write(bytes, at, count);
            at += count;
        }
    }

    /// @param there the host as the server is to see it
    private static List<Turn> turns(Random random, String there) {
        var turns = new ArrayList<Turn>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Message request = message(random, random.nextInt(5) == 0 ? new byte[0] : body(random));
            String path = "/v1/things/" + random.nextInt(1_000) + (random.nextBoolean() ? "?a=%20b&c" : "");
            turns.add(new Turn(whole("POST /up" + path + " HTTP/1.1", HOST, request),
                    whole("POST /base" + path + " HTTP/1.1", there, request), request.content(),
                    answer(random)));
        }
        return turns;
    }

    private static Message answer(Random random) {
        String before = random.nextInt(6) == 0 ? "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" : "";
        if (random.nextInt(6) == 0) {
            return new Message(ascii(before + "HTTP/1.1 204 No Content\r\nX-Id: 7\r\n\r\n"), new byte[0]);
        }
        Message message = message(random, body(random));
        return new Message(joined(ascii(before), whole("HTTP/1.1 " + (random.nextBoolean() ? "200 OK" : "429 "),
                "X-Odd:   spaced \t value ", message)), message.content());
    }

    private static byte[] whole(String first, String field, Message message) {
        return joined(ascii(first + "\r\n" + field + "\r\n"), message.wire());
    }

    private static byte[] body(Random random) {
        byte[] body = new byte[random.nextInt(random.nextBoolean() ? 50 : 90_000)];
        random.nextBytes(body);
        return random.nextBoolean() ? body : gzip(body);
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /// The fields and the body, in one of the forms that say where it ends.
    private static Message message(Random random, byte[] body) {
        String fields = "content-type: x/y\r\nX-EMPTY:\r\nx-latin: \u00e9\r\n";
        if (random.nextBoolean()) {
            return new Message(joined(ascii(fields + "content-length: " + body.length + "\r\n\r\n"), body), body);
        }
        byte[] wire = ascii(fields + "Transfer-Encoding: chunked\r\n\r\n");
        int at = 0;
        while (at < body.length) {
            int size = Math.min(body.length - at, 1 + random.nextInt(20_000));
            String line = (random.nextBoolean() ? "%x" : "%05X").formatted(size)
                    + (random.nextInt(5) == 0 ? ";name=\"a;b\"" : "") + "\r\n";
            wire = joined(wire, ascii(line), Arrays.copyOfRange(body, at, at + size), ascii("\r\n"));
            at += size;
        }
        String trailer = random.nextInt(3) == 0 ? "X-Sum: 1\r\nX-More:\r\n" : "";
        return new Message(joined(wire, ascii("0\r\n" + trailer + "\r\n")), body);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
