package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.app.LocalSimulator;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.Fault;
import dev.cachewright.session.MemorySessions;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchCommandTest {

    private static final LocalSimulator SIMULATOR = new LocalSimulator(Simulators.quick(), Simulators.ANALYST,
            Simulators.TOKENIZERS);
    private static final String KEY = "sk-a-key-that-is-long";

    @AfterAll
    static void closeSimulator() {
        SIMULATOR.close();
    }

    private static CliParts keeping(MemorySessions sessions) {
        CliParts usual = CliRun.parts(SIMULATOR);
        return usual.withSessions(() -> sessions);
    }

    private static String openAi(WatchRun watch) throws IOException {
        return watch.lineWith("export OPENAI").replace("  export OPENAI_BASE_URL=", "");
    }

    private static String body(String first) {
        return "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"system\", \"content\": \"" + first
                + Simulators.LONG + "\"}, {\"role\": \"user\", \"content\": \"May I?\"}]}";
    }

    @Test
    void printsWhereItIsThenEachCallAndThenWhatTheyComeTo() throws Exception {
        var sessions = new MemorySessions();
        try (var server = Simulators.start(); var watch = WatchRun.of(keeping(sessions), "--to", server.baseUrl())) {
            assertThat(watch.line()).isEqualTo("Watching 127.0.0.1:" + server.port() + " at " + server.baseUrl());
            String openAi = openAi(watch);
            assertThat(watch.lineWith("  export ANTHROPIC") + "/v1")
                    .isEqualTo("  export ANTHROPIC_BASE_URL=" + openAi);
            watch.lineWith("verdict");
            for (String first : new String[]{"", "", "It is 09:42. "}) {
                assertThat(watch.post(openAi + "/chat/completions", body(first))).isEqualTo(200);
            }
            assertThat(watch.line()).contains("gpt-5.4", "1,574").endsWith("cold");
            assertThat(watch.line()).contains("1,536").endsWith("as forecast");
            assertThat(watch.line()).endsWith("changed in system");
            assertThat(watch.end()).isZero();

            List<String> lines = watch.out().lines().toList();
            assertThat(lines.get(lines.size() - 2)).matches("3 calls, hit rate 3\\d\\.\\d%, 3 of 3 as forecast, 1 call "
                    + "missed since the request had changed, cost with output \\$.* instead of .*");
            assertThat(lines.getLast()).endsWith("cachewright sessions export " + sessions.ids().getFirst()
                    + " | cachewright traffic -");
            assertThat(watch.err()).isEmpty();
            assertThat(sessions.appended()).hasSize(3);
            assertThat(watch.out()).contains("Calls are kept in session " + sessions.ids().getFirst());
        }
    }

    @Test
    void jsonIsOneDocumentALine() throws Exception {
        try (var server = Simulators.start();
                var watch = WatchRun.of(keeping(new MemorySessions()), "--to", server.baseUrl(), "--json")) {
            JsonNode addresses = RawJson.tree(watch.line());
            String url = addresses.at("/servers/0/openAiUrl").asText();
            assertThat(url).isEqualTo("http://127.0.0.1:" + addresses.get("port").asInt() + "/v1");
            watch.post(url + "/chat/completions", body(""), "Authorization", "Bearer " + KEY);
            JsonNode call = RawJson.tree(watch.line());

            assertThat(call.get("verdict").asText()).isEqualTo("cold");
            assertThat(call.get("model").asText()).isEqualTo("gpt-5.4");
            assertThat(call.get("api").asText()).isEqualTo("chat");
            assertThat(call.get("key").asText()).matches("[0-9a-f]{6}");
            assertThat(call.at("/actual/input").asLong()).isEqualTo(call.at("/forecast/uncached").asLong());
            assertThat(watch.end()).isZero();
            assertThat(watch.out().lines()).hasSize(2);
        }
    }

    @Test
    void eachKnownProviderHasAPathOfItsOwn() throws Exception {
        try (var watch = WatchRun.of(keeping(new MemorySessions()), "--json")) {
            JsonNode addresses = RawJson.tree(watch.line());
            String root = "http://127.0.0.1:" + addresses.get("port").asInt();

            assertThat(StreamSupport.stream(addresses.get("servers").spliterator(), false).map(server -> server
                    .get("baseUrl").asText() + " " + server.get("openAiUrl").asText())).contains(
                            "https://api.openai.com/v1 " + root + "/openai/v1",
                            "https://api.deepseek.com/v1 " + root + "/deepseek/v1",
                            "https://api.groq.com/openai/v1 " + root + "/groq/openai/v1",
                            "https://generativelanguage.googleapis.com/v1beta/openai " + root
                                    + "/gemini/v1beta/openai");
            assertThat(addresses.get("servers").findValuesAsText("anthropicUrl")).contains(root + "/anthropic");
        }
    }

    @Test
    void theLinesToCopyAreThoseOfTheUsualApplications() throws Exception {
        try (var watch = WatchRun.of(keeping(new MemorySessions()))) {
            watch.lineWith("verdict");
            watch.end();

            assertThat(watch.out()).containsPattern("export OPENAI_BASE_URL=http://127.0.0.1:\\d+/openai/v1\n")
                    .containsPattern("export ANTHROPIC_BASE_URL=http://127.0.0.1:\\d+/anthropic\n")
                    .containsPattern("codex -c model_provider=watched .*base_url=\"http://127.0.0.1:\\d+/openai/v1\"")
                    .containsPattern("api_base: http://127.0.0.1:\\d+/openai/v1\n")
                    .contains("No calls, hit rate not reported");
        }
    }

    @Test
    void failedCallsAreSaidWithTheirReason() throws Exception {
        try (var server = Simulators.start(Simulators.quick().withFault(Fault.RATE_LIMIT));
                var watch = WatchRun.of(keeping(new MemorySessions()), "--to", server.baseUrl())) {
            String openAi = openAi(watch);
            watch.lineWith("verdict");
            assertThat(watch.post(openAi + "/chat/completions", body(""))).isEqualTo(429);

            assertThat(watch.line()).endsWith("failed");
            assertThat(watch.end()).isZero();
            assertThat(watch.err()).contains("Rate limit reached");
        }
    }

    @Test
    void callsThatTheDiskNeverTookEndWithStatus1() throws Exception {
        try (var server = RecordingServer.start();
                var watch = WatchRun.of(keeping(new MemorySessions().fill("no space left")), "--to",
                        server.baseUrl())) {
            String openAi = openAi(watch);
            watch.lineWith("verdict");
            assertThat(watch.post(openAi + "/chat/completions", body(""))).isEqualTo(200);
            watch.line();

            assertThat(watch.end()).isEqualTo(1);
            assertThat(watch.err().lines()).containsExactly(
                    "warning: Calls are not written to disk: no space left. The application goes on, and the last "
                            + "calls wait in memory",
                    "1 call could not be written to disk: no space left");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--port|70000|--port takes 0 to 65535", "--to|localhost:8080|base URL",
            "--to|ftp://a.example|base URL", "--rules|magic|magic", "--to|https://a.example/v1?key=1|ends before a ?"})
    void anArgumentThatCannotBeUsedIsToldInOneLine(String option, String value, String words) {
        CliRun run = CliRun.of("watch", option, value);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(words).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsTold() {
        try (var server = Simulators.start()) {
            CliRun run = CliRun.of("watch", "--port", String.valueOf(server.port()));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith("The recorder cannot listen on port " + server.port());
        }
    }
}
