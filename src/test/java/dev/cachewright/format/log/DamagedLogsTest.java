package dev.cachewright.format.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every form with bytes that are gone, changed or of another type: what is left is read, and the rest counted.
class DamagedLogsTest {

    private static final Path LOGS = Path.of("src/test/resources/logs");
    private static final Pattern VALUE = Pattern.compile("(?<=\": ?)(\"[^\"\\\\]*\"|-?[0-9.]+|null|true|false)");
    private static final List<String> OTHERS = List.of("7", "\"x\"", "null", "[]", "{}", "true", "-1", "1e400",
            "[[{}]]",
            "\"{\"", "123456789012345678901234567890");

    static List<String> names() throws IOException {
        return LogFormsTest.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLogThatIsCutOffAnywhereGivesTheCallsBefore(String name) throws IOException {
        byte[] whole = Files.readAllBytes(LOGS.resolve(name));
        long before = 0;
        for (int length = 0; length <= whole.length; length += 1 + whole.length / 80) {
            LogReport report = Told.report(Told.log(name, Arrays.copyOf(whole, length)));
            assertThat(report.unreadCount()).as("at byte " + length).isLessThanOrEqualTo(1);
            // The answer of a batch may say that its request failed.
            assertThat(report.calls()).as("at byte " + length).isGreaterThanOrEqualTo(before - 1);
            before = report.calls();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void valuesOfAnotherTypeAreNoFaultOfTheReader(String name) throws IOException {
        String whole = Files.readString(LOGS.resolve(name));
        var random = new Random(name.hashCode());
        for (int i = 0; i < 120; i++) {
            String damaged = withAnotherValue(whole, random);
            assertThatCode(() -> Told.report(Told.log(name, damaged))).as(damaged).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void bytesThatAreChangedAreNoFaultOfTheReader(String name) throws IOException {
        byte[] whole = Files.readAllBytes(LOGS.resolve(name));
        var random = new Random(name.hashCode());
        for (int i = 0; i < 100; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 3; n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> Told.report(Told.log(name, damaged)))
                    .as(new String(damaged, StandardCharsets.ISO_8859_1)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"usage\": \"many\"", "\"usage\": {\"prompt_tokens\": -4}", "\"usage\": [1]"})
    void aUsageThatCannotBeLeavesTheCallWithoutCounts(String usage) {
        List<TrafficCall> calls = Told.calls(Told.log("x", "{\"request\": {\"messages\": []}, " + usage + "}"));

        assertThat(calls).singleElement().extracting(call -> call.usage().input().isPresent()).isEqualTo(false);
    }

    @Test
    void nestingThatHasNoEndIsNotValid() {
        String deep = "{\"request\": " + "[".repeat(100_000) + "}";

        assertThat(Told.report(Told.log("x.jsonl", "{}\n" + deep + "\n{}")).unread()).extracting(Told::words)
                .containsExactly("2 no call in a form that is known, first at x.jsonl:1",
                        "1 not valid JSON, first at x.jsonl:2");
    }

    private static String withAnotherValue(String whole, Random random) {
        Matcher values = VALUE.matcher(whole);
        int count = (int) values.results().count();
        int chosen = random.nextInt(count);
        values.reset();
        for (int i = 0; i <= chosen; i++) {
            values.find();
        }
        return whole.substring(0, values.start()) + OTHERS.get(random.nextInt(OTHERS.size()))
                + whole.substring(values.end());
    }

    @ParameterizedTest
    @CsvSource({"-5, 0, a negative count", "50, 60, more of a part than of the whole",
            "123456789012345678, 0, a count that no request can have"})
    void countsThatALogHasTakenOutAreHeldToTheSame(String input, String cached, String why) {
        String line = "{\"request_body\":{\"model\":\"gpt-4o\",\"messages\":[]},\"provider\":\"OPENAI\",\"request_id\":\"a\","
                + "\"prompt_tokens\":" + input + ",\"prompt_cache_read_tokens\":" + cached
                + ",\"completion_tokens\":7}";
        LogReport report = Told.report(Told.log("x", line));

        assertThat(report.unread()).extracting(LogReport.LeftOut::reason).containsExactly("usage not used: " + why);
        assertThat(Told.calls(Told.log("x", line))).singleElement().satisfies(call -> {
            assertThat(call.usage().input()).isEmpty();
            assertThat(call.usage().output()).isEmpty();
        });
    }
}
