package dev.cachewright.format.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logs as they come: long, damaged, mixed, packed oddly.
class TrafficLogsTest {

    private static final String CALL = "{\"at\": \"2026-11-02T09:41:00Z\", \"request\": {\"model\": \"gpt-4.1\", "
            + "\"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}, \"usage\": {\"prompt_tokens\": 9}}";

    @Test
    void callsComeInTheOrderOfTheLog() {
        List<String> wanted = IntStream.range(0, 20_000).mapToObj(i -> "text " + i).toList();

        List<String> texts = texts(lines(wanted.stream().map(CALL::formatted)));

        assertThat(texts).isEqualTo(wanted);
    }

    @Test
    void placesAreLinesOfTheFile() {
        String text = "\n" + call("a") + "\n\n\r\n" + call("b") + "\n" + call("c");

        assertThat(Told.calls(Told.log("x.jsonl", text))).extracting(call -> call.place().line())
                .containsExactly(2L, 5L, 6L);
    }

    @Test
    void placesGoOnAfterALongPart() {
        String text = lines(Stream.generate(() -> call("x".repeat(5_000))).limit(300)) + "broken\n" + call("last");

        LogReport report = Told.report(Told.log("x.jsonl", text));

        assertThat(report.unread()).containsExactly(
                new LogReport.LeftOut("no JSON", 1, new LogPlace("x.jsonl", 301)));
        assertThat(report.calls()).isEqualTo(301);
    }

    @Test
    void linesMayHaveAnyLength() {
        String words = lines(IntStream.range(0, 70).mapToObj("é\u000B"::repeat));

        LogReport report = Told.report(Told.log("x", words + call("a")));

        assertThat(report.unread()).containsExactly(new LogReport.LeftOut("no JSON", 69, new LogPlace("x", 2)));
        assertThat(Told.calls(Told.log("x", words + call("a")))).singleElement()
                .extracting(call -> call.place().line()).isEqualTo(71L);
    }

    @Test
    void digestsRunOnSeveralThreadsAndTheSinkOnOne() {
        Set<Thread> digesting = ConcurrentHashMap.newKeySet();
        Set<Thread> sinking = ConcurrentHashMap.newKeySet();

        TrafficLogs.read(List.of(Told.log("x", lines(Stream.generate(() -> call("x".repeat(5_000))).limit(2_000)))),
                _ -> digesting.add(Thread.currentThread()), _ -> sinking.add(Thread.currentThread()),
                LogProgress.none());

        assertThat(sinking).containsExactly(Thread.currentThread());
        assertThat(digesting).doesNotContain(Thread.currentThread()).isNotEmpty();
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNothing() {
        assertThat(texts("\uFEFF" + call("a") + "\r\n" + call("b") + "\r\n")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,%s]", "[\n  %s,\n  %s\n]\n", "[%s\n,%s]", "%s\n%s", "{\"data\": [%s, %s]}",
            "{\n\"data\": [\n%s, %s]\n}", "[\n%s,\n%s\n]"})
    void recordsStandOnLinesOrInLists(String form) {
        assertThat(texts(form.formatted(call("a"), call("b")))).containsExactly("a", "b");
    }

    @Test
    void recordsOverSeveralLinesFollowEachOther() {
        String spread = call("%s").replace("\"request\"", "\n  \"request\"").replaceFirst("\\{", "{\n  ");

        assertThat(texts(spread.formatted("a") + "\n" + spread.formatted("b"))).containsExactly("a", "b");
    }

    @Test
    void aBodyIsExactlyWhatTheLogHas() {
        String body = "{\"model\":\"m\",  \"n\": 1.50e3, \"messages\":[{\"role\":\"user\",\"content\":\"\\u00e9é\\/🚢\"}]}";

        List<TrafficCall> asLine = Told.calls(Told.log("x", "{\"request\": " + body + "}\n"));
        List<TrafficCall> inList = Told.calls(Told.log("x", "[{\"request\": " + body + "}]"));

        assertThat(asLine.getFirst().body()).contains(body);
        assertThat(inList.getFirst().body()).contains(body);
        assertThat(asLine.getFirst().isRebuilt()).isFalse();
    }

    @Test
    void whatIsDamagedIsCountedWithItsFirstPlace() {
        String text = call("a") + "\nplain words\n{\"request\": }\n" + call("b") + "\n{\"x\": 1}\nmore words\n"
                + call("c").replace("2026-11-02T", "yesterday ") + "\n" + call("d").substring(0, 60);

        LogReport report = Told.report(Told.log("x.jsonl", text));

        assertThat(report.calls()).isEqualTo(2);
        assertThat(report.unread()).extracting(Told::words).containsExactly("2 no JSON, first at x.jsonl:2",
                "1 not valid JSON, first at x.jsonl:3", "1 no call in a form that is known, first at x.jsonl:5",
                "1 a time that is none, first at x.jsonl:7", "1 cut off, first at x.jsonl:8");
        assertThat(report.unreadCount()).isEqualTo(6);
    }

    @Test
    void aListThatIsCutOffKeepsWhatCameBefore() {
        LogReport report = Told
                .report(Told.log("x.json", "[\n" + call("a") + ",\n" + call("b") + ",\n {\"request\": {"));

        assertThat(report.calls()).isEqualTo(2);
        assertThat(report.unread()).extracting(Told::words).containsExactly("1 cut off, first at x.json:4");
    }

    @Test
    void aStreamThatBreaksOffKeepsItsWholeLines() {
        byte[] text = (call("a") + "\n" + call("b")).getBytes(StandardCharsets.UTF_8);
        var log = new LogStream("x.jsonl.gz", OptionalLong.empty(),
                () -> new SequenceInputStream(new ByteArrayInputStream(text), new Broken()));

        LogReport report = Told.report(log);

        assertThat(report.calls()).isEqualTo(1);
        assertThat(report.unread()).extracting(Told::words).containsExactly(
                "1 cut off where it is packed, first at x.jsonl.gz:2");
    }

    @Test
    void filesThatAreNoLogsAreNamedOnce() {
        LogReport report = Told.report(Told.log("a.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 0, '\n', '{'}),
                Told.log("b.md", "# Notes\n\nNothing here.\n"), Told.log("c.zip", "PK\u0003\u0004{"),
                Told.log("d.txt", "\uFEFF{}".getBytes(StandardCharsets.UTF_16LE)), Told.log("e.jsonl", ""),
                Told.log("f.jsonl", "\n \n"));

        assertThat(report.files()).isEqualTo(6);
        assertThat(report.unread()).extracting(Told::words).containsExactly("1 no text, first at a.png:1",
                "1 no JSON, first at b.md:1", "1 a ZIP archive: unpack it first, first at c.zip:1",
                "1 text in UTF-16: convert it to UTF-8, first at d.txt:1");
    }

    @Test
    void aLineOfSixtyMegabytesIsReadAndALongerOneToldAndPassed() {
        String large = call("x".repeat(60 << 20));
        String larger = call("y".repeat(65 << 20));

        List<Integer> lengths = new ArrayList<>();
        LogReport report = TrafficLogs.read(
                List.of(Told.log("x.jsonl", call("a") + "\n" + larger + "\n" + large + "\n" + call("b"))),
                call -> call.body().orElse("").length(), lengths::add, LogProgress.none());

        int around = lengths.getFirst() - 1;
        assertThat(lengths).containsExactly(around + 1, around + (60 << 20), around + 1);
        assertThat(report.unread()).extracting(Told::words)
                .containsExactly("1 a line of more than 64 MB, first at x.jsonl:2");
    }

    @Test
    void progressTellsBytesAndReadingCanBeCancelled() {
        String text = lines(Stream.generate(() -> call("x".repeat(5_000))).limit(10_000));
        var seen = new AtomicLong();
        LogProgress impatient = new LogProgress() {

            @Override
            public void report(long bytes, OptionalLong all, long calls) {
                seen.set(bytes);
                assertThat(all).hasValue(text.length());
            }

            @Override
            public boolean isCancelled() {
                return seen.get() > text.length() / 2;
            }
        };

        LogReport report = TrafficLogs.read(List.of(Told.log("x", text)), call -> call, _ -> {
        }, impatient);

        assertThat(report.isCancelled()).isTrue();
        assertThat(report.bytes()).isBetween(text.length() / 2L, text.length() - 1L);
        assertThat(report.calls()).isBetween(1L, 5_000L);
    }

    @Test
    void aFaultOfTheDigestReachesWhoAsked() {
        assertThatThrownBy(() -> TrafficLogs.read(List.of(Told.log("x", call("a"))), _ -> {
            throw new IllegalStateException("mine");
        }, _ -> {
        }, LogProgress.none())).isInstanceOf(IllegalStateException.class).hasMessage("mine");
    }

    @Test
    void aSessionThatGoesOnInAnotherFileIsToldOnce() {
        String line = "{\"type\":\"assistant\",\"uuid\":\"%s\",\"parentUuid\":null,\"sessionId\":\"%s\",\"requestId\":\"r\","
                + "\"timestamp\":\"2026-11-02T09:40:00Z\",\"message\":{\"id\":\"m\",\"model\":\"claude-opus-5\","
                + "\"usage\":{\"input_tokens\":3,\"cache_read_input_tokens\":5,\"output_tokens\":1}}}";

        LogReport report = Told.report(Told.log("1.jsonl", line.formatted("a", "s1")),
                Told.log("2.jsonl", line.formatted("b", "s2")));

        assertThat(report.calls()).isEqualTo(1);
        assertThat(report.passedOver()).extracting(Told::words)
                .containsExactly("1 calls that an earlier file has told, first at 2.jsonl:1");
    }

    @Test
    void aBatchFromAPipeIsJoinedAsItComes() {
        String request = "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":"
                + "{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}}\n";
        String answer = "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":{\"object\":\"chat.completion\","
                + "\"usage\":{\"prompt_tokens\":7}}}}\n";
        byte[] text = (request + request + answer).getBytes(StandardCharsets.UTF_8);
        var pipe = new LogStream("standard input", OptionalLong.empty(), () -> new ByteArrayInputStream(text), false);

        assertThat(Told.calls(pipe)).extracting(call -> call.usage().input()).containsExactly(OptionalLong.of(7),
                OptionalLong.empty());
        assertThat(Told.calls(Told.log("x", text))).hasSize(2);
    }

    @Test
    void batchesOfTwoProvidersWithTheSameIdsStayApart() {
        String request = "{\"custom_id\":\"a\",\"params\":{\"model\":\"claude-opus-5\",\"messages\":[]}}";
        String answer = "{\"custom_id\":\"a\",\"response\":{\"body\":{\"usage\":{\"prompt_tokens\":7}}}}";

        assertThat(Told.calls(Told.log("in", request), Told.log("out", answer)))
                .extracting(TrafficCall::form, call -> call.usage().input())
                .containsExactly(tuple("anthropic-batch", OptionalLong.empty()),
                        tuple("openai-batch", OptionalLong.of(7)));
    }

    @Test
    void valuesThatSpreadListsButHoldNoneAreRecords() {
        assertThat(Told.report(Told.log("x", "{\"spans\": {}}\n{\"log\": {\"x\": 1}}\n{\"data\": [1]}")).unread())
                .extracting(Told::words).containsExactly("2 no call in a form that is known, first at x:1",
                        "1 no JSON, first at x:3");
    }

    private static String call(String text) {
        return CALL.formatted(text);
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> texts(String log) {
        return Told.calls(Told.log("x", log)).stream().map(call -> call.body().orElse(""))
                .map(body -> body.replaceFirst("(?s).*\"content\": \"([^\"]*)\".*", "$1")).toList();
    }

    /// Ends in the middle, as a packed file that was cut off does.
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new EOFException();
        }
    }
}
