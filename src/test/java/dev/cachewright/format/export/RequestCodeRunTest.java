package dev.cachewright.format.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The code is run where its runtime is there, and what arrives is the body of the Request tab.
///
/// Packages of npm are looked for in the folder that `CACHEWRIGHT_NODE_MODULES` names; those of Python where Python
/// looks (`PYTHONPATH`). Without `openai` or `anthropic` there, a stand-in of the same name says what it was given.
class RequestCodeRunTest {

    private static final List<String> REQUESTS = List.of(SampleRequests.CHAT, SampleRequests.RESPONSES,
            SampleRequests.MESSAGES);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void curlSendsTheBody(String body) throws Exception {
        assumeTrue(isThere("curl", "--version"), "there is no curl");
        runs(CodeForm.CURL, SampleRequests.sent(body), "sh");
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void pythonSendsTheBody(String body) throws Exception {
        assumeTrue(isThere("python3", "-c", "import " + packageOf(body)), "Python or its package is missing");
        runs(CodeForm.PYTHON, SampleRequests.sent(body), "python3");
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void pythonGivesThePackageWhatTheBodyHolds(String body) throws Exception {
        assumeTrue(isThere("python3", "--version"), "there is no Python");
        Files.writeString(folder.resolve(packageOf(body) + ".py"), """
                import json
                class Any:
                    def __init__(self, **_): pass
                    def __getattr__(self, name): return self
                    def create(self, extra_body={}, **arguments):
                        print(json.dumps({**arguments, **extra_body}))
                        return []
                OpenAI = Anthropic = Any
                """);
        SentRequest sent = SampleRequests.sent(body);
        String said = run(CodeForm.PYTHON, RequestCode.of(CodeForm.PYTHON, sent, Endpoint.ofVendor()), Map.of(),
                "python3");
        assertThat(JSON.readTree(said)).isEqualTo(JSON.readTree(RequestBodyWriter.write(sent, true).json()));
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void javaScriptSendsTheBody(String body) throws Exception {
        assumeTrue(isThere("node", "--version"), "there is no Node.js");
        Path modules = Path.of(System.getenv().getOrDefault("CACHEWRIGHT_NODE_MODULES", "none"));
        assumeTrue(Files.isDirectory(modules.resolve(body.contains("claude") ? "@anthropic-ai/sdk" : "openai")),
                "the package is not installed");
        Files.createSymbolicLink(folder.resolve("node_modules"), modules.toAbsolutePath());
        try {
            runs(CodeForm.JAVASCRIPT, SampleRequests.sent(body), "node");
        } finally {
            Files.delete(folder.resolve("node_modules"));
        }
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void javaSendsTheBody(String body) throws Exception {
        runs(CodeForm.JAVA, SampleRequests.sent(body), java());
    }

    @Test
    void javaSendsATextThatIsLongerThanAConstant() throws Exception {
        String text = "A line of the handbook, with a 🧵 in it.\\n".repeat(4_000) + "🧵".repeat(40_000);
        runs(CodeForm.JAVA, SampleRequests.sent("{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", "
                + "\"content\": \"" + text + "\"}]}"), java());
    }

    private static String[] java() {
        return new String[]{Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path")};
    }

    private static String packageOf(String body) {
        return body.contains("claude") ? "anthropic" : "openai";
    }

    private void runs(CodeForm form, SentRequest sent, String... command) throws Exception {
        try (var server = new RecordingServer()) {
            // The variables that the SDKs read; curl has none.
            String code = RequestCode.of(form, sent, Endpoint.ofVendor())
                    .replaceFirst("curl https://api\\.(?:openai|anthropic)\\.com", "curl -sS " + server.url());
            String said = run(form, code, Map.of("OPENAI_BASE_URL", server.url() + "/v1", "ANTHROPIC_BASE_URL",
                    server.url(), "OPENAI_API_KEY", "test", "ANTHROPIC_API_KEY", "test", "NO_PROXY", "127.0.0.1"),
                    command);
            assertThat(said).containsAnyOf("cached_tokens", "cachedTokens", "cache_read_input_tokens",
                    "cacheReadInputTokens");
            assertThat(server.bodies()).hasSize(1);
            assertThat(JSON.readTree(server.bodies().getFirst()))
                    .isEqualTo(JSON.readTree(RequestBodyWriter.write(sent, form.isStreaming()).json()));
        }
    }

    private String run(CodeForm form, String code, Map<String, String> environment, String... command)
            throws Exception {
        Path file = Files.writeString(folder.resolve(form.fileName()), code);
        var all = new ArrayList<>(List.of(command));
        all.add(file.toString());
        var builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONIOENCODING", "UTF-8");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        boolean isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(isOver && process.waitFor() == 0).as(Files.readString(err)).isTrue();
        return Files.readString(out);
    }

    private boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("there").toFile()).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
