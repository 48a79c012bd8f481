package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.traffic.PlantedTraffic;
import dev.cachewright.words.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficCommandTest {

    @TempDir
    private Path folder;

    private String planted(int families, int calls) throws IOException {
        var text = new StringBuilder();
        new PlantedTraffic(9, families, 8_000).write(calls, line -> text.append(line.json()).append('\n'));
        return Files.writeString(folder.resolve("calls.jsonl"), text).toString();
    }

    @Test
    void theDocumentHasTotalsCausesAndFamilies() throws IOException {
        JsonNode json = CliRun.of("traffic", planted(3, 60), "--json").json();

        assertThat(json.get("files").asInt()).isEqualTo(1);
        assertThat(json.get("calls").asInt()).isEqualTo(60);
        assertThat(json.at("/formats/cachewright").asInt()).isEqualTo(60);
        assertThat(json.get("hitRate").asDouble()).isZero();
        assertThat(json.get("reachable").asDouble()).isBetween(0.8, 1.0);
        assertThat(json.get("cost").asDouble()).isPositive();
        assertThat(json.get("wastePerDay").asDouble()).isPositive();
        assertThat(json.at("/causes").findValuesAsText("cause")).contains("volatile text", "tools changed",
                "tools reordered", "cold");
        assertThat(json.get("families")).hasSize(3);
    }

    @Test
    void oneCallHasNoEarlierOneToReadFrom() throws IOException {
        assertThat(CliRun.of("traffic", planted(1, 1)).out()).contains(
                "No call has an earlier one of its family, from which it could have read. Read logs of a longer time.")
                .doesNotContain("Nothing was lost");
    }

    @Test
    void anExampleHasTheCharacterWhereTwoRequestsPart() throws IOException {
        JsonNode json = CliRun.of("traffic", planted(1, 5), "--json").json();

        JsonNode example = json.at("/families/0/causes/0/example");
        assertThat(example.get("a").asText()).endsWith("calls.jsonl:1");
        assertThat(example.get("b").asText()).endsWith("calls.jsonl:2");
        assertThat(example.get("path").asText()).isEqualTo("/messages/0/content");
        assertThat(example.get("offset").asInt()).isBetween("The time is 2026-".length(), 36);
    }

    @Test
    void shortRequestsThatShareNoTextAreOfTwoFamilies() throws IOException {
        String log = Files.writeString(folder.resolve("short.jsonl"), """
                {"model":"gpt-4o","request":{"messages":[{"role":"user","content":"Hello"}]}}
                {"model":"gpt-4o","request":{"messages":[{"role":"user","content":"Translate this"}]}}
                {"model":"gpt-4o","request":{"messages":[{"role":"user","content":"Hello"}]}}
                """).toString();
        JsonNode json = CliRun.of("traffic", log, "--json").json();
        assertThat(json.get("families").findValuesAsText("calls")).containsExactlyInAnyOrder("2", "1");
        assertThat(json.get("causes")).isEmpty();
    }

    @Test
    void aFamilyHasTheAdviceOnItsCalls() throws IOException {
        JsonNode json = CliRun.of("traffic", planted(1, 30), "--json").json();

        JsonNode advice = json.at("/families/0/advice/0");
        assertThat(advice.get("rule").asText()).isIn("L01", "L03");
        assertThat(advice.get("confidence").asText()).isEqualTo("proven");
        assertThat(advice.at("/gain/cachedTokens").asInt()).isGreaterThan(256);
        assertThat(CliRun.of("traffic", folder.resolve("calls.jsonl").toString()).out()).contains("family 1: Move");
    }

    @Test
    void aLogWithoutRequestsHasWhatServersReported() throws IOException {
        String log = Files.writeString(folder.resolve("spend.jsonl"), """
                {"request_id":"a","model":"gpt-4o","call_type":"acompletion","startTime":"2026-11-02T08:00:00Z",\
                "endTime":"2026-11-02T08:00:02Z","spend":0.01,"prompt_tokens":5000,"completion_tokens":10,\
                "total_tokens":5010,"metadata":{}}
                """).toString();
        JsonNode json = CliRun.of("traffic", log, "--json").json();
        assertThat(json.get("withoutRequest").asInt()).isEqualTo(1);
        assertThat(json.get("reachable").isNull()).isTrue();
        assertThat(json.get("wastePerDay").isNull()).isTrue();
        assertThat(json.get("inputTokens").asInt()).isEqualTo(5_000);
        assertThat(json.get("cachedTokens").isNull()).isTrue();
        assertThat(json.get("families")).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        String log = Files.writeString(folder.resolve("usage.jsonl"), """
                {"model":"unheard-of","request":{"messages":[{"role":"user","content":"Hello"}]}}
                """).toString();
        JsonNode json = CliRun.of("traffic", log, "--json").json();
        assertThat(json.get("hitRate").isNull()).isTrue();
        assertThat(json.get("cost").isNull()).isTrue();
        assertThat(json.get("wastePerDay").isNull()).isTrue();
    }

    @Test
    void linesThatCannotBeReadAreCountedWithTheirFirstPlace() throws IOException {
        String log = planted(1, 4);
        Files.writeString(Path.of(log), Files.readString(Path.of(log)) + "{\"request\": {\"mess");
        JsonNode json = CliRun.of("traffic", log, "--json").json();
        assertThat(json.at("/unread/count").asInt()).isEqualTo(1);
        assertThat(json.at("/unread/first").asText()).endsWith("calls.jsonl:5");
    }

    @Test
    void aFolderWithoutCallsIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing to see\n");
        CliRun run = CliRun.of("traffic", folder.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("There are no calls in", "docs/logs.md");
    }

    @Test
    void aPageHasTheFiguresOfTheDocument() throws IOException {
        Path file = folder.resolve("traffic.html");
        JsonNode json = CliRun.of("traffic", planted(12, 240), "--json", "--html", file.toString()).json();

        String page = Files.readString(file);
        assertThat(page).contains(value(Numbers.count(json.get("inputTokens").asLong())),
                value(Numbers.count(json.get("cachedTokens").asLong())),
                value(Numbers.percent(json.get("hitRate").asDouble())),
                value(Numbers.percent(json.get("reachable").asDouble())),
                value(Numbers.money(json.get("cost").decimalValue())),
                value(Numbers.money(json.get("wastePerDay").decimalValue())));
        json.get("causes").forEach(cause -> assertThat(page).contains(
                number(Numbers.count(cause.get("calls").asLong())) + number(Numbers.count(cause.get("tokens").asLong()))
                        + number(cause.get("cost").isNull() ? Numbers.UNKNOWN
                                : Numbers.money(cause.get("cost").decimalValue())),
                cause.at("/example/a").asText() + " → " + cause.at("/example/b").asText()));
        json.get("families").forEach(family -> assertThat(page).contains("<td>" + family.get("model").asText()
                + "</td>\n" + number(Numbers.count(family.get("calls").asLong()))));
    }

    private static String value(String figure) {
        return "<dd>" + figure + "</dd>";
    }

    private static String number(String figure) {
        return "<td class=\"page-number\">" + figure.replace("<", "&lt;") + "</td>\n";
    }

    @Test
    void aPageTakesTheNameOfNoOtherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.html"), "mine");
        CliRun run = CliRun.of("traffic", planted(1, 4), "--html", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("kept.html is there already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aLogThatIsGivenTwiceIsSaid() throws IOException {
        String log = planted(1, 4);
        assertThat(CliRun.of("traffic", log, folder.toString()).out()).startsWith("4 calls in 1 file: ")
                .contains("left out: 1 × given twice: read once, first " + log + "\n");
        assertThat(CliRun.of("traffic", log, log, "--json").json().at("/leftOut/reasons/given twice: read once")
                .asInt()).isEqualTo(1);
    }

    @Test
    void aCopyOfALogIsCountedOnce() throws IOException {
        String call = "{\"at\":\"2026-11-02T08:0%d:00Z\",\"id\":\"chatcmpl-%d\",\"request\":{\"model\":\"gpt-4o\",\"messages\":[{"
                + "\"role\":\"user\",\"content\":\"Hello\"}]},\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":5}}\n";
        String log = Files.writeString(folder.resolve("a.jsonl"), call.formatted(0, 1, 8) + call.formatted(1, 2, 8)
                + call.formatted(2, 2, 9)).toString();
        String copy = Files.writeString(folder.resolve("b.jsonl"), call.formatted(0, 1, 8) + call.formatted(1, 2, 8))
                .toString();

        JsonNode json = CliRun.of("traffic", log, copy, "--json").json();
        assertThat(json.get("calls").asInt()).isEqualTo(3);
        assertThat(json.at("/leftOut/reasons/the same call again, by the id of its answer: counted once").asInt())
                .isEqualTo(2);
        assertThat(json.at("/leftOut/first").asText()).isEqualTo(copy + ":1");
    }

    @Test
    void whatAWatchedKeyStoredIsReadWithNoOther() throws IOException {
        String call = "{\"at\":\"2026-11-02T08:0%d:00Z\",\"endpoint\":\"/v1/chat/completions\",%s\"request\":{\"model\":\"gpt-4o\","
                + "\"messages\":[{\"role\":\"user\",\"content\":\"" + "Hello to all of you. ".repeat(300)
                + "\"}]},\"usage\":{\"prompt_tokens\":1800,\"completion_tokens\":5,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":0}}}\n";
        String log = Files.writeString(folder.resolve("watched.jsonl"), call.formatted(0, "\"keyHash\":\"0a1b2c\",")
                + call.formatted(1, "\"keyHash\":\"3d4e5f\",")).toString();
        String other = Files.writeString(folder.resolve("other.jsonl"), call.formatted(0, "") + call.formatted(1, ""))
                .toString();

        JsonNode json = CliRun.of("traffic", log, "--json").json();
        assertThat(json.get("causes")).isEmpty();
        assertThat(json.get("keys").findValuesAsText("key")).containsExactly("#0a1b2c", "#3d4e5f");
        assertThat(CliRun.of("traffic", other, "--json").json().at("/causes").findValuesAsText("cause"))
                .contains("provider unexplained");
    }

    @Test
    void anAdviceHasAPageOfTheVendorOfItsModel() throws IOException {
        var log = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            log.append("{\"at\":\"2026-11-02T08:0").append(i)
                    .append(":00Z\",\"endpoint\":\"/v1/messages\",\"request\":{")
                    .append("\"model\":\"claude-sonnet-4-6\",\"max_tokens\":9,\"system\":[{\"type\":\"text\",\"text\":\"It is 08:0")
                    .append(i).append(" now.\\n").append("Parcels may be returned within thirty days. ".repeat(200))
                    .append("\",\"cache_control\":{\"type\":\"ephemeral\"}}],\"messages\":[{\"role\":\"user\",\"content\":\"Hi ")
                    .append(i).append("\"}]},\"usage\":{\"input_tokens\":20,\"cache_creation_input_tokens\":1800,")
                    .append("\"cache_read_input_tokens\":0,\"output_tokens\":5}}\n");
        }
        String file = Files.writeString(folder.resolve("claude.jsonl"), log).toString();

        JsonNode advice = CliRun.of("traffic", file, "--json").json().at("/families/0/advice");
        assertThat(advice.findValuesAsText("rule")).contains("L01");
        assertThat(advice.findValuesAsText("source")).allMatch(page -> page.startsWith("https://platform.claude.com/"));
    }

    @Test
    void aPageForAFolderThatIsNotThereIsRefusedBeforeAnythingIsRead() throws IOException {
        Path page = folder.resolve("none/traffic.html");
        CliRun run = CliRun.of("traffic", folder.resolve("no-log").toString(), "--html", page.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(page + ": there is no folder " + page.getParent()
                + ": make it, or give another place\n");
        assertThat(page.getParent()).doesNotExist();
    }

    @Test
    void aUsageThatCannotBeRightIsCountedAndNotSummed() throws IOException {
        String call = "{\"model\":\"gpt-4o\",\"request\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]},"
                + "\"usage\":{\"prompt_tokens\":%s,\"completion_tokens\":5,\"prompt_tokens_details\":{\"cached_tokens\":%s}}}\n";
        String log = Files.writeString(folder.resolve("usage.jsonl"), call.formatted("100", "0")
                + call.formatted("100", "200") + call.formatted("-100", "0") + call.formatted("2000000000", "0")
                + call.formatted("100", "300") + call.formatted("\"100\"", "0") + call.formatted("100.7", "0"))
                .toString();
        JsonNode json = CliRun.of("traffic", log, "--json").json();

        assertThat(json.get("calls").asInt()).isEqualTo(7);
        assertThat(json.get("inputTokens").asInt()).isEqualTo(100);
        assertThat(json.get("outputTokens").asInt()).isEqualTo(5);
        assertThat(json.at("/unread/count").asInt()).isEqualTo(6);
        assertThat(json.at("/unread/first").asText()).isEqualTo(log + ":2");
        assertThat(CliRun.of("traffic", log).out()).contains("not read: 2 × usage not used: more of a part than of the "
                + "whole, first " + log + ":2; 1 × usage not used: a negative count, first " + log + ":3; "
                + "1 × usage not used: a count that no request can have, first " + log
                + ":4; 2 × usage not used: a count that is no whole number, first "
                + log + ":6");
    }
}
