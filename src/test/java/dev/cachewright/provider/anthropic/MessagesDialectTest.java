package dev.cachewright.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Reply;
import dev.cachewright.provider.wire.Calls;
import dev.cachewright.provider.wire.RawServer;
import dev.cachewright.session.Failure.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesDialectTest {

    private static final String KEY = "sk-ant-planted-0123456789";
    private static final String STREAM = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":3,"cache_read_input_tokens":1200,\
            "cache_creation_input_tokens":0,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Let me see"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"Ab+/="}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: ping
            data: {"type":"ping"}

            event: content_block_start
            data: {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Hel"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"lo "}}

            event: content_block_start
            data: {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_1","name":"find","input":{}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\\"q\\":  1.0"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"}"}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":15}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private static Calls.Heard send(String script, boolean isStreamed) {
        try (var server = new RawServer(script);
                var provider = Calls.claude(server.baseUrl(), KEY)) {
            return Calls.send(provider, Api.MESSAGES, "{\"model\": \"claude-opus-5\"}", isStreamed);
        }
    }

    @Test
    void aStreamIsReadWithTheUsageOfBothItsEnds() {
        Calls.Heard heard = send(RawServer.events(STREAM), true);

        var usage = UsageReader.read(heard.completed().usage());
        assertThat(heard.text()).isEqualTo("Hello find{\"q\":  1.0}");
        assertThat(heard.completed().finishReason()).isEqualTo("tool_use");
        assertThat(usage.input()).hasValue(1_203);
        assertThat(usage.cached()).hasValue(1_200);
        assertThat(usage.output()).hasValue(15);
    }

    @Test
    void theReplyIsWhatTheNextRequestCarriesToTheByte() {
        assertThat(send(RawServer.events(STREAM), true).reply()).isEqualTo(new Reply("msg_1", """
                [{"role": "assistant", "content": [{"type": "thinking", "thinking": "Let me see", "signature": "Ab+/="}, \
                {"type": "text", "text": "Hello "}, {"type": "tool_use", "id": "toolu_1", "name": "find", \
                "input": {"q":  1.0}}]}]""", ""));
    }

    @Test
    void anAnswerInOnePieceKeepsItsContentAndItsDiagnosis() {
        Calls.Heard heard = send(RawServer.json(200, """
                {"id":"msg_2","content":[ {"type":"text","text":"Hi"} ],"stop_reason":"end_turn",\
                "diagnostics":{"cache_miss_reason":{"type":"tools_changed"}},"usage":{"input_tokens":9}}"""), false);

        assertThat(heard.text()).isEqualTo("Hi");
        assertThat(heard.completed()).isEqualTo(new CallEvent.Completed("end_turn", "{\"input_tokens\": 9}"));
        assertThat(heard.reply()).isEqualTo(new Reply("msg_2",
                "[{\"role\": \"assistant\", \"content\": [ {\"type\":\"text\",\"text\":\"Hi\"} ]}]",
                "{\"cache_miss_reason\":{\"type\":\"tools_changed\"}}"));
    }

    @Test
    void theKeyGoesInItsHeaderAndTheVersionBesideIt() throws InterruptedException {
        try (var server = new RawServer(RawServer.json(200, "{\"content\":[]}"));
                var provider = Calls.claude(server.baseUrl(), KEY)) {
            Calls.send(provider, Api.MESSAGES, "{\"exact\":  \"bytes\"}", false);

            String request = server.request();
            assertThat(request).startsWith("POST /v1/messages HTTP/1.1").containsIgnoringCase("x-api-key: " + KEY)
                    .containsIgnoringCase("anthropic-version: 2023-06-01").doesNotContainIgnoringCase("authorization")
                    .endsWith("{\"exact\":  \"bytes\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, authentication_error, invalid x-api-key, KEY_REFUSED",
            "404, not_found_error, model: claude-x, MODEL_NOT_FOUND",
            "400, invalid_request_error, 'prompt is too long: 208310 tokens > 200000 maximum', TOO_LONG",
            "400, invalid_request_error, Your credit balance is too low to access the API, QUOTA_EXHAUSTED",
            "402, billing_error, Payment needed, QUOTA_EXHAUSTED", "403, permission_error, No, FORBIDDEN",
            "413, request_too_large, Too large, TOO_LONG", "429, rate_limit_error, Slow down, RATE_LIMITED",
            "500, api_error, Internal server error, SERVER_ERROR", "529, overloaded_error, Overloaded, SERVER_ERROR"})
    void refusalsHaveTheirKind(int status, String type, String message, Kind kind) {
        Calls.Heard heard = send(RawServer.json(status, "{\"type\":\"error\",\"error\":{\"type\":\"" + type
                + "\",\"message\":\"" + message + "\"},\"request_id\":\"req_1\"}"), true);

        assertThat(heard.failure().kind()).isEqualTo(kind);
        assertThat(heard.failure().said()).isEqualTo(message);
        assertThat(heard.failure().status()).isEqualTo(status);
    }

    @Test
    void anErrorInTheStreamKeepsWhatHadCome() {
        Calls.Heard heard = send(RawServer.events(STREAM.substring(0, STREAM.indexOf("event: message_delta"))
                + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":"
                + "\"Overloaded\"}}\n\n"), true);

        assertThat(heard.text()).startsWith("Hello ");
        assertThat(heard.failure().kind()).isEqualTo(Kind.ERROR_IN_ANSWER);
        assertThat(heard.failure().said()).isEqualTo("Overloaded");
    }

    @Test
    void aStreamWithoutItsEndIsCutOff() {
        assertThat(send(RawServer.events(STREAM.substring(0, STREAM.indexOf("event: message_delta"))), true).failure()
                .kind()).isEqualTo(Kind.CUT_OFF);
    }

    @Test
    void whatWasReportedBeforeAnAnswerBrokeOffIsKept() {
        for (String rest : List.of("", "event: x\ndata: garbage\n\n",
                "event: error\ndata: {\"type\":\"error\",\"error\":"
                        + "{\"message\":\"Overloaded\"}}\n\n")) {
            Calls.Heard heard = send(RawServer.events(STREAM.substring(0, STREAM.indexOf("event: message_delta"))
                    + rest), true);

            var usage = UsageReader.read(((CallEvent.Failed) heard.end()).usage());
            assertThat(heard.failure().kind()).isIn(Kind.CUT_OFF, Kind.ERROR_IN_ANSWER);
            assertThat(usage.input()).hasValue(1_203);
            assertThat(usage.cached()).hasValue(1_200);
        }
    }

    @Test
    void otherFormsAreNotSent() {
        try (var provider = Calls.claude("http://127.0.0.1:1", KEY)) {
            assertThat(Calls.send(provider, Api.CHAT, "{}", true).failure().kind()).isEqualTo(Kind.UNSUPPORTED_API);
        }
    }
}
