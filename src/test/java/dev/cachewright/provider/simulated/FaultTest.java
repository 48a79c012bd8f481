package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each fault does what its name says, in each of the APIs, streamed and not.
class FaultTest {

    private static final List<String> APIS = List.of("chat", "responses", "messages");

    static Stream<Arguments> calls() {
        return APIS.stream().flatMap(api -> Stream.of(true, false).map(isStreamed -> Arguments.of(api, isStreamed)));
    }

    private static RawCall call(Fault fault, String api, boolean isStreamed) {
        return call(FaultPlan.of(fault), api, isStreamed);
    }

    private static RawCall call(FaultPlan plan, String api, boolean isStreamed) {
        try (var server = Simulators.start(Simulators.quick().withFault(plan))) {
            return RawCall.send(server, api, isStreamed);
        }
    }

    private static RawCall good(String api, boolean isStreamed) {
        try (var server = Simulators.start()) {
            return RawCall.send(server, api, isStreamed);
        }
    }

    /// The JSON of a whole answer, or of each event of a stream.
    private static List<JsonNode> values(RawCall call) {
        String body = body(call);
        return body.startsWith("{")
                ? List.of(RawJson.tree(body))
                : body.lines().filter(line -> line.startsWith("data: {")).map(line -> RawJson.tree(line.substring(6)))
                        .toList();
    }

    private static String body(RawCall call) {
        return call.head().contains("chunked")
                ? new String(joined(call.chunks()), StandardCharsets.UTF_8)
                : call.text().split("\r\n\r\n", 2)[1];
    }

    private static byte[] joined(List<byte[]> chunks) {
        var all = new ByteArrayOutputStream();
        chunks.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMIT, 429", "RATE_LIMIT_RETRY_AFTER, 429", "SERVER_ERROR, 500", "UNAVAILABLE, 503",
            "OVERLOADED, 529"})
    void aStatusIsSentInTheFormOfEachApi(Fault fault, int status) {
        for (String api : APIS) {
            RawCall call = call(fault, api, true);

            assertThat(call.head()).startsWith("http/1.1 " + status + " ");
            assertThat(call.head().contains("retry-after: 1")).isEqualTo(fault == Fault.RATE_LIMIT_RETRY_AFTER);
            assertThat(values(call).getFirst().at("/error/message").asText()).isNotEmpty();
        }
    }

    @Test
    void overloadedIsAnthropicsOwnWord() {
        assertThat(values(call(Fault.OVERLOADED, "messages", false)).getFirst().at("/error/type").asText()).isEqualTo(
                "overloaded_error");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aResetBeforeTheAnswerLeavesNothing(String api, boolean isStreamed) {
        RawCall call = call(Fault.RESET_BEFORE, api, isStreamed);

        assertThat(call.isReset()).isTrue();
        assertThat(call.bytes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aResetInTheAnswerLeavesItsBeginning(String api, boolean isStreamed) {
        RawCall call = call(Fault.RESET_IN, api, isStreamed);

        assertThat(call.isReset()).isTrue();
        assertThat(call.head()).startsWith("http/1.1 200 ");
        assertThat(call.isComplete()).isFalse();
        if (isStreamed) {
            assertThat(call.chunks()).hasSize(OddWires.FIRST_EVENTS);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aResetAfterTheAnswerLeavesAllOfIt(String api, boolean isStreamed) {
        RawCall call = call(Fault.RESET_AFTER, api, isStreamed);

        assertThat(call.isReset()).isTrue();
        assertThat(values(call)).hasSameSizeAs(values(good(api, isStreamed)));
        assertThat(call.isComplete()).isEqualTo(!isStreamed);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void halfAChunkEndsInGoodOrderAndTooSoon(String api, boolean isStreamed) {
        RawCall call = call(Fault.HALF_CHUNK, api, isStreamed);

        assertThat(call.isReset()).isFalse();
        assertThat(call.isComplete()).isFalse();
        assertThat(call.text()).doesNotEndWith("\r\n");
        if (isStreamed) {
            assertThat(call.chunks()).hasSize(OddWires.FIRST_EVENTS);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void withoutUsageAllElseIsThere(String api, boolean isStreamed) {
        List<JsonNode> values = values(call(Fault.NO_USAGE, api, isStreamed));

        assertThat(values).hasSameSizeAs(values(good(api, isStreamed)));
        assertThat(values).allMatch(value -> value.findValue("usage") == null);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theContentTypeIsWrong(String api, boolean isStreamed) {
        RawCall call = call(Fault.CONTENT_TYPE, api, isStreamed);

        assertThat(call.head()).contains("content-type: " + (isStreamed ? "application/json" : "text/html"));
        assertThat(values(call)).hasSameSizeAs(values(good(api, isStreamed)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void silenceLastsAsLongAsItIsTold(String api, boolean isStreamed) {
        long start = System.nanoTime();
        RawCall call = call(FaultPlan.of(Fault.SILENCE).withSilence(Duration.ofMillis(300)), api, isStreamed);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(values(call)).hasSameSizeAs(values(good(api, isStreamed)));
        assertThat(FaultPlan.of(Fault.SILENCE).silence()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void gzipIsSentWithoutBeingAskedFor(String api, boolean isStreamed) throws IOException {
        RawCall call = call(Fault.GZIP, api, isStreamed);

        assertThat(call.head()).contains("content-encoding: gzip");
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(joined(call.chunks())))) {
            String body = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(body.lines().filter(line -> line.startsWith("data: {")).count()).isEqualTo(isStreamed
                    ? values(good(api, true)).size()
                    : 0);
            assertThat(body.startsWith("{")).isEqualTo(!isStreamed);
        }
        assertThat(isStreamed).isEqualTo(call.chunks().size() > OddWires.FIRST_EVENTS);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void chunksEndWithinCharacters(String api, boolean isStreamed) {
        RawCall call = call(Fault.CUT_CHARACTERS, api, isStreamed);

        long cut = call.chunks().stream().filter(chunk -> (chunk[chunk.length - 1] & 0xC0) == 0xC0).count();
        assertThat(cut).isGreaterThan(OddWires.FIRST_EVENTS);
        assertThat(new String(joined(call.chunks()), StandardCharsets.UTF_8)).contains("é", "文", "😀").doesNotContain(
                "\ufffd");
        assertThat(values(call)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void deltasAreOfAMegabyte(String api) {
        List<JsonNode> values = values(call(Fault.LARGE_DELTAS, api, true));

        long large = values.stream().filter(value -> Stream.of(value.at("/choices/0/delta/content"), value.path(
                "delta"), value.at("/delta/text")).anyMatch(text -> text.asText().length() == 1 << 20)).count();
        assertThat(large).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"chat, /error/type, server_error", "responses, /type, error",
            "messages, /error/type, overloaded_error"})
    void anErrorEndsTheStreamInGoodOrder(String api, String place, String word) {
        RawCall call = call(Fault.STREAM_ERROR, api, true);

        assertThat(call.isComplete()).isTrue();
        assertThat(call.chunks()).hasSize(OddWires.FIRST_EVENTS + 1);
        assertThat(values(call).getLast().at(place).asText()).isEqualTo(word);
        assertThat(call(Fault.STREAM_ERROR, api, false).head()).startsWith("http/1.1 500 ");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void usageHasOddFigures(String api, boolean isStreamed) {
        String count = api.equals("chat") ? "prompt_tokens" : "input_tokens";

        assertThat(figures(Fault.USAGE_NEGATIVE, api, isStreamed, count)).isNotEmpty().containsOnly("-7");
        assertThat(figures(Fault.USAGE_HUGE, api, isStreamed, count)).isNotEmpty().containsOnly("1000000000000");
        assertThat(figures(Fault.USAGE_DIGITS, api, isStreamed, count)).isNotEmpty().containsOnly("1" + "0".repeat(
                999));
        assertThat(body(call(Fault.USAGE_TEXT, api, isStreamed)).contains("\"" + count + "\":\"" + "7".repeat(20 << 20)
                + "\"")).isTrue();
        assertThat(body(call(Fault.USAGE_NESTED, api, isStreamed)).contains("[".repeat(50_000) + "]")).isTrue();
    }

    private static List<String> figures(Fault fault, String api, boolean isStreamed, String count) {
        return values(call(fault, api, isStreamed)).stream().flatMap(value -> value.findValues("usage").stream())
                .filter(usage -> usage.has(count)).map(usage -> usage.get(count).asText()).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "RESET_IN", "NO_USAGE"})
    void onlyEachNthCallFails(Fault fault) {
        try (var server = Simulators.start(Simulators.quick().withFault(FaultPlan.of(fault).withEvery(3)))) {
            List<Boolean> failed = Stream.generate(() -> RawCall.send(server, "chat", false)).limit(6)
                    .map(call -> !call.head().startsWith("http/1.1 200 ") || call.isReset() || !call.text().contains(
                            "\"usage\""))
                    .toList();

            assertThat(failed).containsExactly(false, false, true, false, false, true);
        }
    }

    @Test
    void countsAndListsNeverFail() {
        try (var server = Simulators.start(Simulators.quick().withFault(Fault.RESET_BEFORE));
                var http = new Http(server)) {
            assertThat(http.send("GET", "/models", "").statusCode()).isEqualTo(200);
            assertThat(http.post("/responses/input_tokens", RawCall.bodyOf("responses", false)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void eachFaultHasItsWord() {
        assertThat(Fault.values()).allMatch(fault -> Fault.of(fault.word()).orElseThrow() == fault);
        assertThat(FaultPlan.read("reset-in:7")).contains(FaultPlan.of(Fault.RESET_IN).withEvery(7));
        assertThat(FaultPlan.read("500")).contains(FaultPlan.of(Fault.SERVER_ERROR));
        assertThat(Arrays.asList("", "none", "500:", "500:0", "500:-1", "500:x", ":3")).allMatch(
                words -> FaultPlan.read(words).isEmpty());
    }
}
