package dev.cachewright.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import dev.cachewright.session.Usage;
import dev.cachewright.words.FailureWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Usages and errors that real servers sent, from a server that is not our simulator.
@Timeout(60)
class RecordedServersTest {

    private static final Path RECORDED = Path.of("src/test/resources/recorded");
    private static final Path ALL = Path.of("../shared/data/usage_shapes.json");

    private final RecordedAnswers server = new RecordedAnswers();

    @AfterEach
    void close() {
        server.close();
    }

    private static Api api(JsonNode recorded) {
        return switch (recorded.path("endpoint").asText()) {
            case "completions" -> Api.CHAT;
            case "responses" -> Api.RESPONSES;
            default -> Api.MESSAGES;
        };
    }

    private Usage answered(Api api, String usage, boolean isStreamed) {
        Calls.Heard heard = server.answer(api, usage, isStreamed);

        assertThat(heard.text()).isEqualTo(RecordedAnswers.TEXT);
        assertThat(heard.completed().finishReason()).isIn("stop", "completed", "end_turn");
        assertThat(RawJson.tree(heard.completed().usage())).isEqualTo(RawJson.tree(usage));
        Usage read = UsageReader.read(heard.completed().usage());
        assertThat(read.unreadable()).isEmpty();
        return read;
    }

    private static String words(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : "not reported";
    }

    @Test
    void theMostDifferentUsagesAreReadAsTheyWereCountedByHand() throws IOException {
        List<String> lines = Files.readAllLines(RECORDED.resolve("usage.jsonl"));
        assertThat(lines).hasSizeGreaterThan(12);
        for (String line : lines) {
            JsonNode recorded = RawJson.tree(line);
            for (boolean isStreamed : List.of(true, false)) {
                Usage usage = answered(api(recorded), RawJson.fields(line).get("usage"), isStreamed);

                assertThat(List.of(words(usage.input()), words(usage.cached()), words(usage.written()), words(usage
                        .output()))).as(line)
                        .isEqualTo(List.of(recorded.at("/read/input").asText(), recorded.at("/read/cached").asText(),
                                recorded.at("/read/written").asText(), recorded.at("/read/output").asText()));
            }
        }
    }

    @Test
    void allRecordedUsagesAreReadTheSameStreamedAndWhole() throws IOException {
        assumeTrue(Files.exists(ALL), "the recorded usages are not beside the project");
        List<String> all = RawJson.elements(Files.readString(ALL));
        assertThat(all).hasSize(69);
        for (String one : all) {
            String json = RawJson.fields(one).get("usage");
            Usage expected = UsageReader.read(json);
            for (boolean isStreamed : List.of(true, false)) {
                Usage usage = answered(api(RawJson.tree(one)), json, isStreamed);

                assertThat(List.of(usage.input(), usage.cached(), usage.written(), usage.longWritten(), usage.output()))
                        .as(one).isEqualTo(List.of(expected.input(), expected.cached(), expected.written(), expected
                                .longWritten(), expected.output()));
                assertThat(usage.input()).as(one).isPresent();
                assertThat(usage.output()).as(one).isPresent();
            }
        }
    }

    /// As the window and the command line show them.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0 | MODEL_NOT_FOUND | The requested model 'gpt-5.2-proo' does not exist. Choose a model that the server has.
            1 | MODEL_NOT_FOUND | URL has no model “claude-sonet-4-5”. Choose a model that the server has.
            2 | MODEL_NOT_FOUND | `The model ``llama-3.3-70b-versatlie`` does not exist or you do not have access to it. Choose a model that the server has.`
            3 | MODEL_NOT_FOUND | `The model ``gpt-5.2-proo`` does not exist or you do not have access to it. Choose a model that the server has.`
            4 | REQUEST_REFUSED | This model does not support effort level 'xhigh'. Supported levels: high, low, max, medium. Check the request: the server’s message says what it does not accept.
            5 | REQUEST_REFUSED | No tool output found for tool call call-a. Check the request: the server’s message says what it does not accept.
            6 | ERROR_IN_ANSWER | Tool call validation failed: tool call validation failed: parameters for tool get_something_by_name did not match schema: errors: [missing properties: 'name', additionalProperties 'foo' not allowed]. Send it again; if it fails again, check the request.
            7 | REQUEST_REFUSED | Invalid 'messages[3]'. Content blocks are expected to be either text or image_url type. Check the request: the server’s message says what it does not accept.
            8 | RATE_LIMITED    | Google: google/gemini-2.0-flash-exp:free is temporarily rate-limited upstream. Please retry shortly, or add your own key to accumulate your rate limits: https://openrouter.ai/settings/integrations. Wait a moment, then send it again.
            """)
    void eachRecordedErrorSaysWhatIsWrongAndWhatToDo(int index, Kind kind, String sentence) throws IOException {
        List<String> bodies = RawJson.elements(Files.readString(RECORDED.resolve("error_bodies.json")));
        JsonNode recorded = RawJson.tree(bodies.get(index));

        Failure.Known failure = server.refuse(api(recorded), recorded.path("status").asInt(),
                recorded.path("body").asText()).failure();

        assertThat(bodies).hasSize(9);
        assertThat(FailureWords.sentence(failure)).isEqualTo(sentence.replace("URL", server.baseUrl()));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.status()).isEqualTo(recorded.path("status").asInt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":{"message":"Provider returned error","metadata":{"raw":"{\\"error\\":{\\"message\\":\\"Busy\\"}}"}}} | Busy
            {"error":{"message":"Provider returned error","metadata":{"raw":"","provider_name":"Google"}}}      | Provider returned error
            {"error":{"message":"Provider returned error","metadata":{"raw":{"a":1}}}}                          | Provider returned error
            {"error":{"message":"Provider returned error","metadata":7}}                                        | Provider returned error
            """)
    void whatAGatewayPassesOnIsLookedInto(String body, String said) {
        assertThat(server.refuse(Api.CHAT, 502, body).failure().said()).isEqualTo(said);
    }
}
