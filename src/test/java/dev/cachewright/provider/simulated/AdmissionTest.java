package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may speak to the simulator, and with what: a page in a browser may not.
class AdmissionTest {

    private static final String BODY = """
            {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hi"}]}""";

    /// The status line that a request with these headers gets.
    private static String statusOf(SimulatedServer server, String headers) throws IOException {
        return statusOf(server, headers, "");
    }

    private static String statusOf(SimulatedServer server, String headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("GET /v1/models HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst()
                    .orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:PORT, 200", "localhost:PORT, 200", "LOCALHOST, 200", "[::1]:PORT, 200", "evil.example, 403",
            "evil.example:PORT, 403", "127.0.0.1.evil.example:PORT, 403", "localhost.evil.example, 403"})
    void theHostIsThisMachine(String host, int status) throws IOException {
        try (var server = Simulators.start()) {
            String header = "Host: " + host.replace("PORT", Integer.toString(server.port())) + "\r\n";

            assertThat(statusOf(server, header)).contains(" " + status + " ");
        }
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3000, 200", "http://127.0.0.1, 200", "http://evil.example, 403",
            "https://localhost.evil.example, 403", "null, 403", "file://, 403"})
    void pagesFromElsewhereAreRefused(String origin, int status) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            assertThat(http.post("/chat/completions", BODY, "Origin", origin).statusCode()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"application/json, 200", "application/json; charset=utf-8, 200", "Application/JSON, 200",
            "text/plain, 415", "application/x-www-form-urlencoded, 415", "multipart/form-data, 415"})
    void bodiesAreJson(String type, int status) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            HttpResponse<String> response = http.post("/chat/completions", BODY, "Content-Type", type);

            assertThat(response.statusCode()).isEqualTo(status);
            if (status == 415) {
                assertThat(RawJson.tree(response.body()).at("/error/message").asText()).contains(type,
                        "application/json");
            }
        }
    }

    @Test
    void aRequestSaysWhichHostItIsFor() throws IOException {
        try (var server = Simulators.start()) {
            assertThat(statusOf(server, "")).contains(" 400 ");
            assertThat(statusOf(server, "Host:\r\n")).contains(" 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type:\r\n", "Content-Type: \r\n"})
    void aBodyWithoutATypeIsRefused(String type) throws IOException {
        try (var server = Simulators.start()) {
            assertThat(statusOf(server, "Host: localhost\r\nContent-Length: 0\r\n" + type)).contains(" 200 ");
            assertThat(statusOf(server, "Host: localhost\r\nContent-Length: 2\r\n" + type, "{}")).contains(" 415 ");
        }
    }

    /// The body never comes: the answer does not wait for it.
    @ParameterizedTest
    @ValueSource(strings = {"33554433", "99999999999"})
    void aLengthOverTheLimitIsRefusedBeforeTheBodyComes(String length) throws IOException {
        try (var server = Simulators.start();
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST /v1/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                    + "application/json\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedAndTheNextOneAnswered() {
        try (var server = Simulators.start(); var http = new Http(server)) {
            HttpResponse<String> response = http.post("/chat/completions", " ".repeat(Admission.LARGEST_BODY) + BODY);

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(RawJson.tree(response.body()).at("/error/message").asText()).contains("32 MB");
            assertThat(http.post("/chat/completions", BODY).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyWhoseLengthIsNotSaidIsReadUpToTheLimit() throws IOException {
        byte[] chunk = ("100000\r\n" + " ".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (var server = Simulators.start();
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                    + "application/json\r\nanthropic-version: 2023-06-01\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            // One chunk more than the limit, and no end.
            for (int i = 0; i <= Admission.LARGEST_BODY >> 20; i++) {
                socket.getOutputStream().write(chunk);
            }

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void schemasOfAnyDepthAreCountedOrRefused() {
        try (var server = Simulators.start(); var http = new Http(server)) {
            for (int depth : new int[]{10, 90, 900}) {
                String schema = "{\"type\":\"object\",\"properties\":{\"a\":".repeat(depth) + "{}" + "}}".repeat(depth);
                HttpResponse<String> response = http.post("/responses", "{\"model\": \"gpt-5.4\", \"input\": \"Hi\", "
                        + "\"tools\": [{\"type\": \"function\", \"name\": \"f\", \"parameters\": " + schema + "}]}");

                assertThat(response.statusCode()).isEqualTo(depth < 100 ? 200 : 400);
                assertThat(response.body().contains("nested more than 200 levels deep")).isEqualTo(depth > 100);
            }
        }
    }

    @Test
    void refusalsAreInTheFormOfTheApiThatIsSpoken() {
        try (var server = Simulators.start(); var http = new Http(server)) {
            HttpResponse<String> response = http.post("/messages", BODY, "Content-Type", "text/plain",
                    "anthropic-version", "2023-06-01");

            assertThat(response.statusCode()).isEqualTo(415);
            assertThat(RawJson.tree(response.body()).path("type").asText()).isEqualTo("error");
            assertThat(http.post("/messages", BODY, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ufdd2", "\\\\\\\\{{ \\ufdd2 x", "\\\\\\\\{{! \\ufdd0\\ufdd1\\ufdd3\\ufdd4\\ufdd5\\ufdd6",
            "\\ud800", "\\u0000", "{{#if", "\\\\{{{{a}}}}"})
    void noTextBreaksTheServer(String content) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            int status = http.post("/chat/completions", BODY.replace("Hi", content)).statusCode();

            assertThat(status).isIn(200, 400);
        }
    }

    @Test
    void noBodyBreaksTheServer() {
        List<String> odd = List.of("null", "[]", "{}", "-1", "1e999", "\"\"", "true", "[".repeat(900) + "]".repeat(900),
                "{\"type\":\"function\"}", "99999999999999999999", "\"\\ufdd2\"", "[null]", "{\"a\":null}");
        String full = """
                {"model":"gpt-5.4","stream":false,"input":[{"role":"user","content":[{"type":"input_text","text":"Hi"}]},
                {"type":"function_call","call_id":"c","name":"f","arguments":"{}"},{"type":"function_call_output",
                "call_id":"c","output":"x"}],"tools":[{"type":"function","name":"f","parameters":{"type":"object",
                "properties":{"a":{"type":"string","enum":["b"]}}}}],"text":{"format":{"type":"json_schema","name":"s",
                "schema":{"type":"object","properties":{}}}},"messages":[{"role":"user","content":"Hi"}],
                "max_output_tokens":9,"prompt_cache_key":"k","reasoning":{"effort":"low"}}""";
        String[] parts = full.split("(?<=[:,\\[])|(?=[,\\]}])");
        var random = new Random(12);
        try (var server = Simulators.start(); var http = new Http(server)) {
            for (int i = 0; i < 600; i++) {
                String[] changed = parts.clone();
                for (int n = random.nextInt(3); n >= 0; n--) {
                    changed[random.nextInt(parts.length)] = odd.get(random.nextInt(odd.size()));
                }
                String path = List.of("/chat/completions", "/responses", "/responses/input_tokens").get(i % 3);
                String body = String.join("", changed);

                assertThat(http.post(path, body).statusCode()).as("%s %s", path, body).isLessThan(500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models/%00", "/models/%2e%2e", "/models/a%20b", "//", "/%ff"})
    void noPathBreaksTheServer(String path) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            assertThat(http.send("GET", path, "").statusCode()).isEqualTo(404);
        }
    }
}
