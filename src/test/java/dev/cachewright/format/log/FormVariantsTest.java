package dev.cachewright.format.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How versions and exporters of one form differ from the files in `resources/logs`.
class FormVariantsTest {

    @Test
    void anOlderRolloutTellsTotalsAlone() {
        String rollout = """
                {"timestamp":"2026-07-28T01:00:00Z","type":"session_meta","payload":{"session_id":"s"}}
                %s
                %s
                %s
                """.formatted(totals(3000, 1200, 90), totals(7000, 4200, 130), totals(500, 0, 13));

        assertThat(Told.calls(Told.log("x", rollout)))
                .extracting(TrafficCall::conversation, call -> call.usage().input(), call -> call.usage().cached(),
                        call -> call.usage().output())
                .containsExactly(tuple("s", OptionalLong.of(3000), OptionalLong.of(1200), OptionalLong.of(90)),
                        tuple("s", OptionalLong.of(4000), OptionalLong.of(3000), OptionalLong.of(40)),
                        tuple("s", OptionalLong.of(500), OptionalLong.of(0), OptionalLong.of(13)));
    }

    @Test
    void aRolloutMayCountWhatWasWritten() {
        String line = "{\"timestamp\":\"2026-07-28T01:00:00Z\",\"type\":\"event_msg\",\"payload\":{\"type\":\"token_count\","
                + "\"info\":{\"last_token_usage\":{\"input_tokens\":1000,\"cached_input_tokens\":200,"
                + "\"cache_write_input_tokens\":300}}}}";

        assertThat(Told.calls(Told.log("x", line))).extracting(call -> call.usage().written())
                .containsExactly(OptionalLong.of(300));
    }

    @Test
    void linesOfAnAgentNeedNotNameTheirSession() {
        String session = """
                {"type":"system","isSidechain":false,"content":"x","uuid":"a","timestamp":"2026-09-21T10:00:00Z"}
                {"type":"assistant","isSidechain":false,"requestId":"r","timestamp":"2026-09-21T10:00:01Z",\
                "message":{"id":"m","usage":{"input_tokens":10,"cache_read_input_tokens":1000,"output_tokens":1}}}
                {"type":"assistant","isSidechain":false,"requestId":"r","timestamp":"2026-09-21T10:00:02Z",\
                "message":{"id":"m","usage":{"input_tokens":10,"cache_read_input_tokens":1000,"output_tokens":9}}}
                """;

        LogReport report = Told.report(Told.log("x", session));

        assertThat(report.unread()).isEmpty();
        assertThat(Told.calls(Told.log("x", session))).singleElement()
                .extracting(call -> call.usage().cached(), call -> call.usage().output())
                .containsExactly(OptionalLong.of(1000), OptionalLong.of(9));
    }

    @Test
    void timesOfASpanMayBeSecondsAndNanoseconds() {
        String span = "{\"type\":\"span\",\"startTime\":[1790000000,500000000],\"endTime\":[1790000002,0],"
                + "\"attributes\":{\"gen_ai.operation.name\":\"chat\",\"gen_ai.usage.input_tokens\":\"100\","
                + "\"gen_ai.usage.input_cached_tokens\":80}}";

        assertThat(Told.calls(Told.log("x", span))).singleElement()
                .extracting(TrafficCall::at, TrafficCall::total, call -> call.usage().cached())
                .containsExactly(Optional.of(Instant.ofEpochSecond(1_790_000_000L, 500_000_000)),
                        Optional.of(Duration.ofMillis(1500)), OptionalLong.of(80));
    }

    @Test
    void aSpanThatCountsLessThanWasCachedCountsTheRest() {
        String span = "{\"span_id\":\"s\",\"attributes\":{\"gen_ai.operation.name\":\"chat\","
                + "\"gen_ai.usage.input_tokens\":12,\"gen_ai.usage.cache_read.input_tokens\":640}}";

        assertThat(Told.calls(Told.log("x", span))).extracting(call -> call.usage().input())
                .containsExactly(OptionalLong.of(652));
    }

    @Test
    void aSpanOfAToolIsNoCall() {
        String span = "{\"name\":\"execute_tool\",\"attributes\":{\"gen_ai.operation.name\":\"execute_tool\"}}";

        LogReport report = Told.report(Told.log("x", span));

        assertThat(report.unread()).isEmpty();
        assertThat(report.passedOver()).extracting(Told::words)
                .containsExactly("1 records beside the calls, first at x:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[%s,\n%s],\"meta\":{\"page\":1}}", "{\"data\":[%s,\n%s\n]}",
            "{\"data\":[\n%s,\n%s]}"})
    void aPageOfAnApiMayBreakItsLinesBetweenRecords(String page) {
        String observation = "{\"id\":\"o\",\"traceId\":\"t\",\"type\":\"GENERATION\","
                + "\"startTime\":\"2026-11-02T09:41:00Z\",\"provided_model_name\":\"gpt-4.1\","
                + "\"usageDetails\":{\"input\":12,\"input_cached_tokens\":1000,\"output\":5,\"total\":1017}}";

        assertThat(Told.calls(Told.log("x", page.formatted(observation, observation))))
                .extracting(call -> call.route().model(), call -> call.usage().input())
                .containsExactly(tuple("gpt-4.1", OptionalLong.of(1012)), tuple("gpt-4.1", OptionalLong.of(1012)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"input\":{\"a\":1}}", "{\"messages\":7}", "{\"input\":7}", "{\"contents\":{}}"})
    void whatIsNamedAsPartOfARequestButIsNoneIsNoCall(String line) {
        assertThat(Told.report(Told.log("x", line)).unread()).extracting(Told::words)
                .containsExactly("1 no call in a form that is known, first at x:1");
    }

    @Test
    void anArchiveMayHoldAnEntryALine() {
        String entry = "{\"startedDateTime\":\"2026-11-02T09:44:00Z\",\"request\":{\"url\":\"https://generativelanguage"
                + ".googleapis.com/v1beta/models/gemini-3-pro:generateContent?key=k\",\"postData\":{\"text\":\"{}\"}},"
                + "\"response\":{\"status\":200}}";

        LogReport report = Told.report(Told.log("x", "{\"log\":{\"entries\":[\n" + entry + ",\n" + entry + "\n]}}"));

        assertThat(report.calls()).isEqualTo(2);
        assertThat(report.unread()).isEmpty();
        assertThat(Told.calls(Told.log("x", entry))).extracting(call -> call.route().model())
                .containsExactly("gemini-3-pro");
    }

    private static String totals(long input, long cached, long output) {
        return ("{\"timestamp\":\"2026-07-28T01:00:05Z\",\"type\":\"event_msg\",\"payload\":{\"type\":\"token_count\","
                + "\"info\":{\"total_token_usage\":{\"input_tokens\":%d,\"cached_input_tokens\":%d,"
                + "\"output_tokens\":%d}}}}").formatted(input, cached, output);
    }
}
