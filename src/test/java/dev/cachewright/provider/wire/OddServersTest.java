package dev.cachewright.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What compatible servers were seen to do.
class OddServersTest {

    private static final String WORD = "data: {\"choices\": [{\"delta\": {\"content\": \"Hi\"}}]}\n\n";
    private static final String STOP = "data: {\"choices\": [{\"delta\": {}, \"finish_reason\": \"stop\"}]%s}\n\n";

    @Test
    void whatLlamaReadIsInItsTimings() {
        Calls.Heard heard;
        try (var server = new RawServer(RawServer.json(200, "{\"choices\":[{\"message\":{\"content\":\"Hi\"},"
                + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1500,\"completion_tokens\":3},"
                + "\"timings\":{\"cache_n\":1400,\"prompt_n\":100,\"predicted_n\":3}}"))) {
            heard = Calls.send(server.baseUrl(), Api.CHAT, false);
        }

        var usage = UsageReader.read(heard.completed().usage());
        assertThat(usage.input()).hasValue(1_500);
        assertThat(usage.cached()).hasValue(1_400);
        assertThat(usage.output()).hasValue(3);
    }

    @Test
    void bodyGoesOutByteForByte() throws Exception {
        String body = "{ \"zeta\":1,\n\t\"model\" : \"m\", \"text\": \"d\\u00e9j\\u00E0 vu é\" }";
        try (var server = new RawServer(RawServer.events(WORD + STOP.formatted("")));
                var provider = Calls.openAi(server.baseUrl() + "/", "a-key")) {
            Calls.send(provider, Api.CHAT, body, true);

            String request = server.request();
            assertThat(request).startsWith("POST /v1/chat/completions HTTP/1.1\r\n").endsWith("\r\n\r\n" + body);
            assertThat(request.toLowerCase()).contains("authorization: bearer a-key", "content-type: application/json")
                    .doesNotContain("x-stainless-os");
        }
    }

    @Test
    void usageIsHandedOnAsItWasWritten() {
        String usage = "{\"prompt_tokens\": 7,  \"own_field\": {\"b\":1,\"a\":2}}";
        assertThat(chat(WORD + STOP.formatted(", \"usage\": " + usage)).completed()).isEqualTo(
                new CallEvent.Completed("stop", usage));
        assertThat(chat(WORD + STOP.formatted(", \"usage\": null") + "data: [DONE]\n\n").completed().usage())
                .isEmpty();
    }

    @Test
    void aNumberOfAThousandDigitsIsOneOddCountAndNotTheEndOfTheCall() {
        String usage = "{\"prompt_tokens\": " + "9".repeat(1_200) + "}";

        assertThat(chat(WORD + STOP.formatted(", \"usage\": " + usage)).completed()).isEqualTo(
                new CallEvent.Completed("stop", usage));
    }

    @Test
    void whatIsNestedTooDeeplyIsLeftOutOfAnAnswerThatIsReadOtherwise() {
        String deep = "[".repeat(5_000) + "\"]\"" + "]".repeat(5_000);
        String kept = "[".repeat(ShallowJson.DEEPEST - 2) + "null" + "]".repeat(ShallowJson.DEEPEST - 2);
        String usage = "{\"prompt_tokens\": 7, \"x\": %s, \"s\": \"[\\\"\"}";

        Calls.Heard inUsage = chat(WORD + STOP.formatted(", \"usage\": " + usage.formatted(deep)));
        assertThat(inUsage.completed()).isEqualTo(new CallEvent.Completed("stop", usage.formatted(kept)));
        assertThat(UsageReader.read(inUsage.completed().usage()).input()).hasValue(7);
        assertThat(chat(WORD.replace("}]}", "}], \"z\": " + deep + "}") + STOP.formatted("")).text()).isEqualTo("Hi");
    }

    @Test
    void whatIsNeverClosedIsNoAnswer() {
        assertThat(chat(WORD + "data: {\"choices\": " + "[".repeat(5_000) + "\n\n").failure().kind())
                .isEqualTo(Kind.NOT_AN_ANSWER);
    }

    /// The HTTP client does not expect these, and ends with an exception of the kind that nobody catches.
    @Test
    void headsThatAreNotHttpAreFailuresOfOneCall() {
        String early = "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n";
        for (String head : List.of(early + early + RawServer.events(WORD + STOP.formatted("")),
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: -5\r\n\r\n{}")) {
            try (var server = new RawServer(head)) {
                assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure().kind()).isEqualTo(Kind.NOT_AN_ANSWER);
            }
        }
    }

    /// Each sending is paid for.
    @Test
    void aServerThatAsksForItIsNotSentTheSameAgain() {
        try (var server = new RawServer(RawServer.json(503, "{}", "retry-after: 0\r\n"),
                RawServer.events(WORD + STOP.formatted("")))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure().status()).isEqualTo(503);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstEvent() {
        assertThat(chat("\uFEFF" + WORD + STOP.formatted("")).text()).isEqualTo("Hi");
        try (var server = new RawServer(RawServer.json(200,
                "\uFEFF{\"choices\": [{\"message\": {\"content\": \"Hi\"}, \"finish_reason\": \"stop\"}]}"))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, false).text()).isEqualTo("Hi");
        }
    }

    @Test
    void usageThatIsNoObjectIsHandedOnToo() {
        assertThat(chat(WORD + STOP.formatted(", \"usage\": [1]")).completed().usage()).isEqualTo("[1]");
        assertThat(chat(WORD + STOP.formatted(", \"usage\": \"x\"")).completed().usage()).isEqualTo("\"x\"");
    }

    @ParameterizedTest
    @CsvSource({"204, NOT_AN_ANSWER", "407, PROXY_REFUSED"})
    void statusIsKeptWhereTheClientGivesUp(int status, Kind kind) {
        try (var server = new RawServer(RawServer.json(status, "{\"a\": 1}"))) {
            Failure.Known failure = Calls.send(server.baseUrl(), Api.CHAT, true).failure();

            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "token", "prompt"})
    void aShortKeyDoesNotSpoilTheUsage(String key) {
        String usage = "{\"prompt_tokens\": 7}";
        try (var server = new RawServer(RawServer.events(WORD + STOP.formatted(", \"usage\": " + usage)));
                var provider = Calls.openAi(server.baseUrl(), key)) {
            assertThat(Calls.send(provider, Api.CHAT, "{}", true).completed().usage()).isEqualTo(usage);
        }
    }

    @Test
    void lastEventCountsWithoutItsBlankLine() {
        assertThat(chat(WORD + STOP.formatted("").strip()).completed().finishReason()).isEqualTo("stop");
    }

    @Test
    void streamWithoutAnEndIsAFailure() {
        Calls.Heard heard = chat(WORD);
        assertThat(heard.events()).hasSize(2).startsWith(new CallEvent.Delta("Hi"));
        assertThat(heard.failure().kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(chat(WORD + "data: [DONE]\n\n").failure().kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(
                responses("data: {\"type\": \"response.output_text.delta\", \"delta\": \"Hi\"}\n\n").failure().kind())
                .isEqualTo(Kind.CUT_OFF);
    }

    @Test
    void chunkedStreamThatBreaksOffIsAFailure() {
        try (var server = new RawServer("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                + "transfer-encoding: chunked\r\n\r\n" + Integer.toHexString(WORD.length()) + "\r\n" + WORD + "\r\n")) {
            Calls.Heard heard = Calls.send(server.baseUrl(), Api.CHAT, true);
            assertThat(heard.text()).isEqualTo("Hi");
            assertThat(heard.failure().kind()).isEqualTo(Kind.CUT_OFF);
        }
    }

    @Test
    void errorInsideAStreamIsAFailure() {
        assertThat(chat(WORD + "data: {\"error\": {\"code\": 500, \"message\": \"Slot lost\"}}\n\n").failure()
                .said()).isEqualTo("Slot lost");
        assertThat(responses("data: {\"type\": \"error\", \"code\": \"server_error\", \"message\": \"Busy\"}\n\n")
                .failure().said()).isEqualTo("Busy");
        assertThat(responses("data: {\"type\": \"response.failed\", \"response\": {\"status\": \"failed\", "
                + "\"error\": {\"code\": \"server_error\", \"message\": \"Gave up\"}}}\n\n").failure().said())
                .isEqualTo("Gave up");
    }

    @Test
    void refusalsAndToolCallsAreShown() {
        assertThat(chat("data: {\"choices\": [{\"delta\": {\"refusal\": \"I can't\"}}]}\n\n" + STOP.formatted(""))
                .text()).isEqualTo("I can't");
        assertThat(chat("data: {\"choices\": [{\"delta\": {\"tool_calls\": [{\"function\": {\"name\": \"find\", "
                + "\"arguments\": \"\"}}]}}]}\n\ndata: {\"choices\": [{\"delta\": {\"tool_calls\": [{\"function\": "
                + "{\"arguments\": \"{}\"}}]}, \"finish_reason\": \"tool_calls\"}]}\n\n").text()).isEqualTo("find{}");
        assertThat(responses("data: {\"type\": \"response.refusal.delta\", \"delta\": \"No\"}\n\n"
                + "data: {\"type\": \"response.completed\", \"response\": {\"status\": \"completed\"}}\n\n").text())
                .isEqualTo("No");
    }

    @Test
    void wholeAnswerInPlaceOfAStreamIsRead() {
        try (var server = new RawServer(RawServer.json(200,
                "{\"choices\": [{\"message\": {\"content\": \"Hi\"}, \"finish_reason\": \"stop\"}]}"))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).events()).containsExactly(
                    new CallEvent.Delta("Hi"), new CallEvent.Completed("stop", ""));
        }
    }

    @Test
    void pageInPlaceOfAnAnswerIsAFailure() {
        try (var server = new RawServer(RawServer.response(200, "text/html", "<html>Hello</html>"))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure().kind()).isEqualTo(
                    Kind.NOT_AN_ANSWER);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | {"error": {"code": 400, "message": "Integer code", "type": "invalid_request_error"}} | Integer code
            500 | {"error": "Only text"}                                   | Only text
            404 | {"message": "No route"}                                  | No route
            422 | {"detail": "Not this"}                                   | Not this
            502 | <html><h1>Bad gateway</h1></html>                        | Bad gateway
            503 | {}                                                       | ``
            """)
    void errorBodiesOfAnyShapeGiveTheServersWords(int status, String body, String message) {
        try (var server = new RawServer(RawServer.json(status, body))) {
            Failure.Known failure = Calls.send(server.baseUrl(), Api.RESPONSES, true).failure();
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.said()).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, REQUEST_REFUSED", "422, REQUEST_REFUSED", "413, TOO_LONG", "401, KEY_WANTED", "403, FORBIDDEN",
            "404, NOT_FOUND", "405, NOT_FOUND", "408, SERVER_TIMEOUT", "504, SERVER_TIMEOUT", "429, RATE_LIMITED",
            "500, SERVER_ERROR", "302, REFUSED"})
    void statusDecidesTheKind(int status, Kind kind) {
        try (var server = new RawServer(RawServer.json(status, "{}"))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure().kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({"insufficient_quota, 429, QUOTA_EXHAUSTED", "context_length_exceeded, 400, TOO_LONG",
            "exceed_context_size_error, 400, TOO_LONG"})
    void codeOfTheServerSaysMoreThanItsStatus(String code, int status, Kind kind) {
        String body = "{\"error\": {\"code\": \"" + code + "\", \"message\": \"No\"}}";
        try (var server = new RawServer(RawServer.json(status, body))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure().kind()).isEqualTo(kind);
        }
    }

    @Test
    void rateLimitSaysHowLongToWait() {
        try (var server = new RawServer(RawServer.json(429, "{\"error\": {\"code\": 429, \"message\": \"Slow down\"}}",
                "retry-after: 7\r\n"))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure()).isEqualTo(new Failure.Known(
                    Kind.RATE_LIMITED, 429, "Slow down", new Failure.Server(server.baseUrl(), "OPENAI_API_KEY"), 7));
        }
    }

    @ParameterizedTest
    @CsvSource({"'Mon, 23 Nov 2026 09:41:30 GMT', 30", "'Mon, 23 Nov 2026 09:40:00 GMT', 0", "soon, 0"})
    void rateLimitMayNameATimeByTheClockOfTheServer(String until, long seconds) {
        try (var server = new RawServer(RawServer.json(429, "{\"error\": \"Slow down\"}",
                "date: Mon, 23 Nov 2026 09:41:00 GMT\r\nretry-after: " + until + "\r\n"))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure())
                    .isInstanceOfSatisfying(Failure.Known.class,
                            known -> assertThat(known.retryAfterSeconds()).isEqualTo(seconds));
        }
    }

    @Test
    void keyThatAServerRepeatsIsHidden() {
        try (var server = new RawServer(RawServer.json(401, "{\"error\": \"Bad key sk-secret-key\"}"));
                var provider = Calls.openAi(server.baseUrl(), "sk-secret-key")) {
            assertThat(Calls.send(provider, Api.CHAT, "{}", true).failure().said()).isEqualTo("Bad key [key]");
        }
    }

    @Test
    void connectionThatWasPromisedButClosedIsOpenedAgain() {
        String whole = "{\"choices\": [{\"message\": {\"content\": \"Hi\"}, \"finish_reason\": \"stop\"}]}";
        // The client keeps the connection; the server reads the second request on it and hangs up.
        try (var server = new RawServer(RawServer.json(200, whole) + "↺", RawServer.json(200, whole));
                var provider = Calls.provider(server.baseUrl())) {
            assertThat(Calls.send(provider, Api.CHAT, "{}", false).text()).isEqualTo("Hi");
            assertThat(Calls.send(provider, Api.CHAT, "{}", false).text()).isEqualTo("Hi");
            assertThat(server.requestCount()).isEqualTo(3);
        }
    }

    @Test
    void freshConnectionThatBreaksIsNotTriedAgain() {
        try (var server = new RawServer("", RawServer.json(200, "{}"))) {
            assertThat(Calls.send(server.baseUrl(), Api.CHAT, true).failure().kind()).isEqualTo(Kind.BROKEN_OFF);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    private static Calls.Heard chat(String events) {
        return heard(Api.CHAT, events);
    }

    private static Calls.Heard responses(String events) {
        return heard(Api.RESPONSES, events);
    }

    private static Calls.Heard heard(Api api, String events) {
        try (var server = new RawServer(RawServer.events(events))) {
            return Calls.send(server.baseUrl(), api, true);
        }
    }
}
