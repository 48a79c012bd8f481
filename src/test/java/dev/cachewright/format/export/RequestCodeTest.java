package dev.cachewright.format.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.foreign.Recognized;
import dev.cachewright.format.foreign.Recognizer;
import dev.cachewright.format.foreign.SideFiles;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCodeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/export");
    private static final Map<String, String> BODIES = Map.of("chat", SampleRequests.CHAT, "responses",
            SampleRequests.RESPONSES, "messages", SampleRequests.MESSAGES);

    static Stream<List<String>> cases() {
        return Stream.of("chat", "responses", "messages").flatMap(
                api -> Stream.of(CodeForm.values()).map(form -> List.of(api, form.word())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRequestIsWrittenAsBefore(List<String> which) throws IOException {
        CodeForm form = CodeForm.of(which.get(1)).orElseThrow();
        String code = RequestCode.of(form, SampleRequests.sent(BODIES.get(which.getFirst())), Endpoint.ofVendor());
        Path golden = GOLDEN.resolve(which.getFirst() + "-" + form.fileName() + ".txt");
        if (Boolean.getBoolean("golden.accept")) {
            Files.writeString(golden, code);
        }
        assertThat(code).isEqualTo(Files.readString(golden));
    }

    @Test
    void aServerOfTheUsersOwnIsNamedAndGetsNoKeyUnasked() {
        var sent = SampleRequests.sent(SampleRequests.RESPONSES);
        var endpoint = new Endpoint("http://127.0.0.1:8080/v1", "");
        assertThat(RequestCode.of(CodeForm.CURL, sent, endpoint)).startsWith("""
                curl http://127.0.0.1:8080/v1/responses \\
                  -H "Content-Type: application/json" \\
                  --data-binary @- <<'JSON'
                """);
        assertThat(RequestCode.of(CodeForm.PYTHON, sent, endpoint))
                .contains("client = OpenAI(base_url=\"http://127.0.0.1:8080/v1\", api_key=\"none\")\n")
                .doesNotContain("OPENAI_API_KEY");
        assertThat(RequestCode.of(CodeForm.JAVASCRIPT, sent, endpoint))
                .contains("new OpenAI({ baseURL: \"http://127.0.0.1:8080/v1\", apiKey: \"none\" });\n");
        assertThat(RequestCode.of(CodeForm.JAVA, sent, endpoint)).contains(
                "OpenAIOkHttpClient.builder().baseUrl(\"http://127.0.0.1:8080/v1\").apiKey(\"none\").build();\n");
    }

    @Test
    void aServerThatMayHaveTheKeyIsToldItsNameOnly() {
        var endpoint = new Endpoint("https://gateway.example/v1", "GATEWAY_API_KEY");
        assertThat(RequestCode.of(CodeForm.CURL, SampleRequests.sent(SampleRequests.CHAT), endpoint))
                .contains("curl https://gateway.example/v1/chat/completions \\\n")
                .contains("  -H \"Authorization: Bearer $GATEWAY_API_KEY\" \\\n");
        assertThat(RequestCode.of(CodeForm.PYTHON, SampleRequests.sent(SampleRequests.MESSAGES), endpoint))
                .contains("import os\n\nfrom anthropic import Anthropic\n",
                        "client = Anthropic(base_url=\"https://gateway.example\", api_key=os.environ[\"GATEWAY_API_KEY\"])\n");
        assertThat(RequestCode.of(CodeForm.JAVASCRIPT, SampleRequests.sent(SampleRequests.CHAT), endpoint))
                .contains("apiKey: process.env.GATEWAY_API_KEY }");
        assertThat(RequestCode.of(CodeForm.JAVA, SampleRequests.sent(SampleRequests.CHAT), endpoint))
                .contains(".apiKey(System.getenv(\"GATEWAY_API_KEY\")).build();\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void aCommandOfCurlIsReadBackAsTheSameRequest(String api) {
        String body = BODIES.get(api);
        String curl = RequestCode.of(CodeForm.CURL, SampleRequests.sent(body), Endpoint.ofVendor());
        var read = (Recognized.Foreign) Recognizer.recognize("call.sh", curl, SideFiles.none());
        assertThat(RequestBodyWriter.write(SentRequest.of(Renderer.render(read.prompt(),
                Row.empty()), Optional.empty()), true).json())
                .isEqualTo(RequestBodyWriter.write(SampleRequests.sent(body), true).json());
    }

    @Test
    void aTextLongerThanAConstantOfJavaIsCut() {
        String text = "A line of the handbook, with a 🧵 in it.\\n".repeat(4_000) + "x".repeat(70_000);
        String java = RequestCode.of(CodeForm.JAVA, SampleRequests.sent(
                "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", \"content\": \"" + text + "\"}]}"),
                Endpoint.ofVendor());
        assertThat(Stream.of(java.split("\"\"\"")).mapToInt(String::length).max().orElse(0)).isLessThan(30_000);
    }
}
