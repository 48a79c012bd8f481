package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files and options that nobody writes by hand: each has its sentence, with the file and the place.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddInputTest {

    private static final String HEAD = "---\nmodel: gpt-5.4\n---\n";
    private static final String CALL = "{\"request\":{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}}";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static CliRun refused(String... arguments) {
        CliRun run = CliRun.of(arguments);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().hasSizeLessThan(400)
                .doesNotContainIgnoringCase("unexpected error").doesNotContain("Exception", "java.", "getMax");
        return run;
    }

    private static CliRun done(String... arguments) {
        CliRun run = CliRun.of(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    static Stream<Arguments> places() {
        String deep = "[".repeat(800) + "]".repeat(800);
        return Stream.of(
                Arguments.of("a.prompt", HEAD + "ab {{a" + ".a".repeat(3_000) + "}}", ":4:4: "),
                Arguments.of("a.prompt", HEAD + "{{#if a}}".repeat(600) + "{{/if}}".repeat(600), ":4:901: "),
                Arguments.of("a.prompt", "---\nmodel: gpt-5.4\ninput:\n  default:\n    a: " + deep + "\n---\n{{a}}",
                        ":5:"),
                Arguments.of("a.prompt", "---\nmodel: x\nconfig: {a: \"" + "x".repeat(4_000_000) + "\"}\n---\na", ":"),
                Arguments.of("a.prompt", "---\ncachewright.values: \"a\\0b\"\n---\na", ": "),
                Arguments.of("a.prompt", HEAD + "x\uFDD2{{! a }}", ":4:2: "),
                Arguments.of("a.json", "{\"messages\":" + "[".repeat(1_100), ":1:"),
                Arguments.of("a.json", "{\n\"" + "x".repeat(60_000) + "\":1}", ":2:"),
                Arguments.of("a.json", "{\n\"a\":" + "1".repeat(100_100) + "}", ":2:"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void isNamedWithItsPlace(String name, String text, String place) throws IOException {
        Path file = write(name, text);

        assertThat(refused("count", file.toString()).err()).startsWith(file + place);
    }

    @Test
    void valuesNestedTooDeeplyAreNamed() throws IOException {
        Path prompt = write("a.prompt", HEAD + "{{a}}");
        Path values = write("v.jsonl", "{\"a\":1}\n{\"a\":" + "[".repeat(800) + "]".repeat(800) + "}\n");

        assertThat(refused("count", prompt.toString(), "--values", values.toString()).err())
                .startsWith(values + ":2:");
    }

    @Test
    void linesBeforeTheFrontMatterMayBeMany() throws IOException {
        Path prompt = write("a.prompt", "\n".repeat(10_000) + HEAD + "a");

        assertThat(done("count", prompt.toString(), "--json").json().path("model").asText()).isEqualTo("gpt-5.4");
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        Path calls = write("a.jsonl", "\uFEFF" + CALL);
        Path body = write("a.json",
                "\uFEFF{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}");
        write("t.json", "\uFEFF[]");
        Path prompt = write("a.prompt", "\uFEFF---\nmodel: gpt-5.4\ncachewright.tools: t.json\n---\na");

        done("replay", calls.toString());
        done("count", body.toString());
        done("diff", body.toString(), body.toString());
        done("count", prompt.toString());
    }

    @Test
    void whatIsNoFileIsRefused() {
        for (String name : List.of("/dev/null", "/dev/zero", folder.toString())) {
            assumeTrue(Files.exists(Path.of(name)));
            assertThat(refused("count", name).err()).startsWith(name + ": ").contains("a folder, a device or a pipe");
            assertThat(refused("replay", name).err()).startsWith(name + ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.prompt", "a.json", "a.jsonl", "a.csv"})
    void aFileOverTheLimitIsRefusedBySize(String name) throws IOException {
        Path file = folder.resolve(name);
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(200L << 20);
        }

        String command = name.endsWith("jsonl") ? "replay" : "count";
        assertThat(refused(command, file.toString()).err()).startsWith(file + ": ").contains("64 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--calls 2000000000", "--calls -1", "--every 999999999h --calls 100000",
            "--start +999999999-12-31T23:59:59Z", "--start -999999999-01-01T00:00:00Z", "--start 1969-12-31T23:59:59Z",
            "--start 9999-12-31T23:59:59Z --calls 3", "--start x", "--pause 999999999h --pause-after 1 --calls 1000000",
            "--parallel 0"})
    void optionsBeyondTheirRangeAreRefused(String options) throws IOException {
        Path prompt = write("a.prompt", HEAD + "a");

        refused(("forecast " + prompt + " " + options).split(" "));
    }

    @Test
    void aPauseMayBeLong() throws IOException {
        done("forecast", write("a.prompt", HEAD + "a").toString(), "--every", "999999999h");
        done("forecast", folder.resolve("a.prompt").toString(), "--every", "0s", "--rules", "anthropic");
    }

    @Test
    void aRunHasAsManyCallsAsAForecast() throws IOException {
        assertThat(refused("run", write("a.prompt", HEAD + "a").toString(), "--calls", "2000000000").err())
                .contains("1,000,000");
    }

    @Test
    void aTimeThatIsNullIsNoTime() throws IOException {
        Path calls = write("a.jsonl", CALL + "\n{\"at\":null," + CALL.substring(1));

        assertThat(CliRun.of("replay", calls.toString(), "--json").json().path("calls")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "-1e300", "1e18", "-1", "\"+999999999-12-31T23:59:59Z\"",
            "\"1800-01-01T00:00:00Z\"", "\"x\"", "[]"})
    void callsOfTimesBeyondTheirRangeAreLeftOutAndTold(String at) throws IOException {
        Path calls = write("a.jsonl", CALL + "\n{\"at\":" + at + "," + CALL.substring(1));

        CliRun run = CliRun.of("replay", calls.toString(), "--json");

        assertThat(run.status()).isZero();
        assertThat(run.json().path("calls")).hasSize(1);
        assertThat(run.json().at("/unread/first").asInt()).isEqualTo(2);
        assertThat(run.err()).contains("warning: 1 record was left out, the first in line 2: \"at\" is neither");
    }

    @Test
    void aRequestWithoutMessagesIsEmpty() throws IOException {
        Path empty = write("a.json", "{\"model\":\"gpt-5.4\",\"messages\":[]}");
        Path input = write("b.json", "{\"model\":\"gpt-5.4\",\"input\":[]}");
        Path calls = write("a.jsonl", "{\"request\":{\"model\":\"gpt-5.4\",\"messages\":[]}}\n" + CALL);

        for (Path file : List.of(empty, input)) {
            for (CliRun run : List.of(refused("forecast", file.toString()), refused("replay", file.toString()),
                    refused("diff", file.toString(), file.toString()))) {
                assertThat(run.err().strip()).isEqualTo(file + ": The prompt is empty: write a text into it");
            }
        }
        Path nothing = write("b.jsonl", "\n");
        assertThat(refused("replay", nothing.toString()).err().strip())
                .isEqualTo(nothing + ": There are no calls in this file: give a request on each line");
        done("replay", calls.toString());
    }

    @Test
    void aLinkToItselfIsRefused() throws IOException {
        Path link = folder.resolve("v.csv");
        Files.createSymbolicLink(link, link);
        Path prompt = write("a.prompt", "---\ncachewright.values: v.csv\n---\na");

        refused("count", prompt.toString());
        refused("count", link.toString());
    }
}
