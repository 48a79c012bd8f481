package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.LocalSimulator;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ServeCommandTest {

    @Test
    void printsOneLineAndServesUntilInterrupted() throws IOException, InterruptedException, ExecutionException {
        try (var line = new PipedInputStream();
                var lines = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8));
                var out = new PrintStream(new PipedOutputStream(line), true, StandardCharsets.UTF_8);
                var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS);
                var client = HttpClient.newHttpClient()) {
            var cli = new Cli(CliRun.parts(simulator), CliRun.NO_KEYS, problem -> "nowhere");
            var task = new FutureTask<>(() -> cli.run(new String[]{"serve", "--api-key", "letmein", "--json"}, out,
                    CliRun.stream(new ByteArrayOutputStream())));
            Thread thread = Thread.ofVirtual().start(task);
            String baseUrl = RawJson.tree(lines.readLine()).get("baseUrl").asText();
            var models = HttpRequest.newBuilder(URI.create(baseUrl + "/models"));

            assertThat(baseUrl).matches("http://127\\.0\\.0\\.1:\\d+/v1");
            assertThat(client.send(models.build(), HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(
                    401);
            assertThat(client.send(models.header("Authorization", "Bearer letmein").build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            thread.interrupt();
            assertThat(task.get()).isZero();
        }
    }

    @Test
    void anUnknownFaultIsToldWithThoseThatThereAre() {
        CliRun run = CliRun.of("serve", "--fault", "fire");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("Unknown fault \"fire\": use one of 429, 429-retry-after, 500,")
                .contains("reset-in", ":N");
    }

    @Test
    void aFaultIsServed() throws IOException, InterruptedException, ExecutionException {
        try (var line = new PipedInputStream();
                var lines = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8));
                var out = new PrintStream(new PipedOutputStream(line), true, StandardCharsets.UTF_8);
                var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS);
                var client = HttpClient.newHttpClient()) {
            var cli = new Cli(CliRun.parts(simulator), CliRun.NO_KEYS, problem -> "nowhere");
            var task = new FutureTask<>(() -> cli.run(new String[]{"serve", "--fault", "503:2", "--json"}, out,
                    CliRun.stream(new ByteArrayOutputStream())));
            Thread thread = Thread.ofVirtual().start(task);
            String baseUrl = RawJson.tree(lines.readLine()).get("baseUrl").asText();
            HttpRequest call = HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("""
                            {"model": "gpt-5.4", "max_tokens": 1, "messages": [{"role": "user", "content": "Hi"}]}"""))
                    .build();

            assertThat(client.send(call, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            assertThat(client.send(call, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(503);
            thread.interrupt();
            assertThat(task.get()).isZero();
        }
    }

    @Test
    void portThatIsTakenIsTold() {
        try (var server = Simulators.start()) {
            CliRun run = CliRun.of("serve", "--port", String.valueOf(server.port()));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith("The simulator cannot listen on port " + server.port());
        }
    }
}
