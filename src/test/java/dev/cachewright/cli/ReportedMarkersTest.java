package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Markers as people reported them: what the provider refuses is said with its place, and what it reads is counted.
class ReportedMarkersTest {

    private static final String MARK = "\"cache_control\":{\"type\":\"ephemeral\"}";
    private static final String LONG = "\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}";
    private static final String QUESTION = "Look up these loans.";
    private static final String RULES = "Answer from the policy alone. ".repeat(400);

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String text(String text, String mark) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"" + (mark.isEmpty() ? "" : "," + mark) + "}";
    }

    private static String messages(String more, String system, String messages) {
        return "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":9," + more + "\"system\":[" + system
                + "],\"messages\":["
                + messages + "]}";
    }

    private static String user(String... parts) {
        return "{\"role\":\"user\",\"content\":[" + String.join(",", parts) + "]}";
    }

    private CliRun forecast(String body) throws IOException {
        return CliRun.of("forecast", file("body.json", body), "--json");
    }

    @Test
    void aFifthBreakpointAndAutomaticCachingAfterFourAreNamed() throws IOException {
        String four = user(text("a", MARK), text("b", MARK), text("c", MARK));

        assertThat(forecast(messages("", text(RULES, MARK), four + "," + user(text("d", MARK)))).err())
                .contains("“user-4” is not sent: a request can have at most 4 breakpoints");
        assertThat(forecast(messages(MARK + ",", text(RULES, MARK), four)).err())
                .contains("the breakpoints leave no slot for automatic caching");
    }

    @Test
    void fiveMarkersInOneMessageAreToldByTheirParts() throws IOException {
        String picture = "{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"u\"}," + MARK + "}";
        CliRun run = forecast(messages("", text(RULES, ""), user(picture, picture, picture, picture, picture)));

        assertThat(run.err()).contains("“user” is not sent: a request can have at most 4 breakpoints");
        assertThat(forecast(messages("", text(RULES, ""), user(picture, picture, picture, picture, picture, picture)))
                .err()).contains("the breakpoint on part 5 of “user” is refused by the server: ");
    }

    @Test
    void aMarkerOnAnEmptyTextIsRefusedWhereverItIs() throws IOException {
        String calls = "{\"role\":\"assistant\",\"content\":[" + text("", MARK)
                + ",{\"type\":\"tool_use\",\"id\":\"1\",\"name\":\"f\",\"input\":{}}]}";
        CliRun inside = forecast(messages("", text(RULES, MARK), user(text("Hi", "")) + "," + calls));

        assertThat(inside.err()).contains("the breakpoint on part 1 of “assistant” is refused by the server: "
                + "a block without text cannot carry a breakpoint");
        assertThat(inside.json().at("/calls/0/verdict").asText()).isEqualTo("refused");
        assertThat(inside.json().at("/calls/0/forecast/written").asInt()).isZero();
        assertThat(forecast(messages("", text("", MARK), user(text("Hi", "")))).err())
                .contains("“system” is not sent: a block without text");
        assertThat(forecast(messages("", text(RULES, ""), user(text("Hi", ""), text("", MARK)))).err())
                .contains("“user-2” is not sent: a block without text");
    }

    @Test
    void fiveMinutesBeforeOneHourAreNamed() throws IOException {
        String tools = "\"tools\":[{\"name\":\"f\",\"input_schema\":{\"type\":\"object\"}," + MARK + "}],";

        assertThat(forecast(messages(tools, text(RULES, LONG), user(text("Hi", "")))).err())
                .contains("“tools” is not sent: a 5-minute breakpoint cannot come before a 1-hour one");
        assertThat(forecast(messages("", text(RULES, MARK), user(text("Hi", LONG)))).err())
                .contains("“system” is not sent: a 5-minute breakpoint");
        assertThat(forecast(messages(MARK + ",", text(RULES, LONG), user(text("Hi", "")))).err()).isEmpty();
    }

    private static String call(int number) {
        return "{\"type\":\"tool_use\",\"id\":\"t" + number + "\",\"name\":\"f\",\"input\":{}}";
    }

    private static String result(int number, String mark) {
        return "{\"type\":\"tool_result\",\"tool_use_id\":\"t" + number + "\",\"content\":\"open\"" + (mark.isEmpty()
                ? ""
                : "," + mark) + "}";
    }

    private static String answer(String calls) {
        return "{\"role\":\"assistant\",\"content\":[" + calls + "]}";
    }

    @ParameterizedTest
    @CsvSource({"at once, 12, true", "at once, 30, true", "one by one, 9, true", "one by one, 10, false",
            "one by one, 12, false"})
    void aRunOfCallsIsOnePosition(String how, int calls, boolean isRead) throws IOException {
        boolean isAtOnce = how.equals("at once");
        String rounds = isAtOnce
                ? answer(IntStream.range(0, calls).mapToObj(ReportedMarkersTest::call).collect(Collectors.joining(",")))
                        + "," + user(IntStream.range(0, calls).mapToObj(i -> result(i, i + 1 == calls ? MARK : ""))
                                .toArray(String[]::new))
                : IntStream.range(0, calls).mapToObj(i -> answer(call(i)) + "," + user(result(i, i + 1 == calls
                        ? MARK
                        : ""))).collect(Collectors.joining(","));
        String lines = "{\"at\":1,\"request\":" + messages("", text(RULES, ""), user(text(QUESTION, MARK)))
                + "}\n{\"at\":20,\"request\":"
                + messages("", text(RULES, ""), user(text(QUESTION, "")) + "," + rounds) + "}";

        JsonNode second = CliRun.of("replay", file("calls.jsonl", lines), "--json").json().at("/calls/1/forecast");

        assertThat(second.path("cached").asInt() > 1_024).isEqualTo(isRead);
    }

    @Test
    void anExplicitRequestThatLostItsMarkerCachesNothing() throws IOException {
        CliRun run = forecast(
                "{\"model\":\"gpt-5.6-sol\",\"prompt_cache_options\":{\"mode\":\"explicit\"},\"input\":[{\"role\":"
                        + "\"developer\",\"content\":\"" + RULES + "\"}]}");

        assertThat(run.json().at("/calls/0/verdict").asText()).isEqualTo("no breakpoint");
        assertThat(run.err()).contains("explicit mode without a breakpoint caches nothing");
    }

    @Test
    void whatAnotherProviderReadsIsTold() throws IOException {
        String gpt = "{\"model\":\"gpt-4o\",\"messages\":[" + user(text("Hi", MARK)) + "]}";

        assertThat(forecast(gpt).err()).contains(
                "the breakpoint on part 1 of “user”: this server does not read cache_control, and may refuse it");
        assertThat(forecast(messages("", text(RULES, "\"cache_control\":{\"type\":\"persistent\"}"), user(text("Hi",
                "")))).err())
                .contains("its value is not known to this server: cache_control {\"type\":\"persistent\"}");
    }

    @Test
    void chatsToClaudeReadMarkersOnPartsToolsAndMessages() throws IOException {
        String chat = "{\"model\":\"anthropic/claude-sonnet-4.5\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}"
                + "," + MARK + "}],\"messages\":[{\"role\":\"system\",\"content\":\"" + RULES + "\"," + MARK
                + "},{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"u\"}," + MARK
                + "},"
                + text("What is it?", "") + "]}]}";
        JsonNode json = CliRun.of("forecast", file("body.json", chat), "--calls", "2", "--json").json();

        assertThat(json.path("rules").asText()).isEqualTo("anthropic");
        assertThat(json.at("/calls/0/forecast/written").asInt()).isGreaterThan(2_400);
        assertThat(json.at("/calls/1/forecast/cached")).isEqualTo(json.at("/calls/0/forecast/written"));
    }
}
