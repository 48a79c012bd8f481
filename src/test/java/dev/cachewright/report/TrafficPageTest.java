package dev.cachewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.traffic.PlantedTraffic;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.traffic.WasteCause;
import dev.cachewright.words.TrafficWords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class TrafficPageTest {

    private static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private static TrafficReading read(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        return TrafficReading.of(List.of(new LogStream("calls.jsonl", OptionalLong.of(bytes.length),
                () -> new ByteArrayInputStream(bytes))), ANALYST, SharedTokenizers.ALL, Optional.empty(),
                LogProgress.none());
    }

    private static String page(TrafficReading reading) throws IOException {
        var out = new StringWriter();
        TrafficPage.write(reading, ANALYST, Optional.empty(), NOW, out);
        return out.toString();
    }

    private static TrafficReading planted() {
        var text = new StringBuilder();
        new PlantedTraffic(5, 13, 6_000).write(400, line -> text.append(line.json()).append('\n'));
        return read(text + "{\"request\": {\"mess");
    }

    /// What is not well formed does not parse.
    private static Document parsed(String page) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static List<String> texts(Document page, String element) {
        NodeList nodes = page.getElementsByTagName(element);
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void aPageHasTotalsPicturesCausesFamiliesAndWhatWasNotRead() throws IOException {
        TrafficReading reading = planted();
        Document page = parsed(page(reading));

        assertThat(texts(page, "h2")).filteredOn(title -> !title.startsWith("Advice: ")).containsExactly("Totals",
                "Hit rate over time", "Waste by cause", "Families by waste", "Gaps between calls of a family",
                "By model",
                "What was read", "Not read");
        assertThat(texts(page, "h2")).anyMatch(title -> title.startsWith("Advice: "));
        assertThat(texts(page, "svg")).hasSize(3);
        assertThat(texts(page, "dd")).containsExactlyElementsOf(
                TrafficWords.totals(reading.profile()).stream().map(TrafficWords.Line::value).toList());
        assertThat(texts(page, "td")).contains("Volatile text", "Tools reordered", "gpt-4o", "cachewright",
                "calls.jsonl:401").anyMatch(cell -> cell.matches("calls.jsonl:\\d+ → calls.jsonl:\\d+, /messages/0.*"));
        assertThat(texts(page, "text")).contains("Volatile text", "100%", "kept 5 min");
    }

    @Test
    void aPageNeedsNothingBesideItAndNoTwoElementsShareAName() throws IOException {
        String page = page(planted());

        assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").contains("default-src 'none'",
                "prefers-color-scheme: dark");
        assertThat(page.toLowerCase()).doesNotContain("<script", "<link", "<img", "@import", "javascript:");
        assertThat(Pattern.compile("(src|href)=").matcher(page).find()).isFalse();
        assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(page).results().map(each -> each.group(1)).toList())
                .isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatTheProviderOwesIsAlarming() throws IOException {
        String page = page(planted());
        String owed = TrafficWords.cause(WasteCause.PROVIDER_UNEXPLAINED);

        assertThat(Pattern.compile("class=\"page-miss\">([^<]*)<").matcher(page).results().map(each -> each.group(1)))
                .containsExactly(owed);
        assertThat(Pattern.compile("<rect class=\"missed\"").matcher(page).results()).hasSize(1);
    }

    @Test
    void namesOfFamiliesAreTextAndNothingElse() throws IOException {
        String page = page(read("""
                {"at":"2026-11-02T08:00:00Z","endpoint":"/v1/chat/completions","request":{"model":"gpt-4o","messages":\
                [{"role":"system","content":"<script>alert(1)</script> & \\"more\\""},{"role":"user","content":"Hi"}]},\
                "usage":{"prompt_tokens":20,"completion_tokens":1}}
                """));

        assertThat(texts(parsed(page), "script")).isEmpty();
        assertThat(page).contains("&lt;script&gt;alert(1)");
    }

    @Test
    void whereALogHasNoTimesOrNoRequestsThatIsSaidInPlaceOfAPicture() throws IOException {
        String timeless = page(read("""
                {"endpoint":"/v1/chat/completions","request":{"model":"gpt-4o","messages":[{"role":"user",\
                "content":"Hi"}]},"usage":{"prompt_tokens":20,"completion_tokens":1}}
                """));
        assertThat(texts(parsed(timeless), "p")).filteredOn(text -> text.startsWith("The logs do not say when"))
                .hasSize(2);
        assertThat(texts(parsed(timeless), "p")).anyMatch(text -> text.startsWith("No call has an earlier"));
        assertThat(texts(parsed(timeless), "svg")).isEmpty();

        String usage = page(read("""
                {"model":"gpt-4o","request_id":"a","startTime":"2026-11-02T08:00:00Z","prompt_tokens":2000,\
                "completion_tokens":10,"call_type":"acompletion","spend":0.01}
                """));
        assertThat(texts(parsed(usage), "p")).filteredOn(text -> text.startsWith("The logs hold no requests"))
                .hasSize(2);
    }

    private static String call(String time, String model) {
        return """
                {"at":"%s","endpoint":"/v1/chat/completions","request":{"model":"%s","messages":\
                [{"role":"user","content":"What is the capital of France?"}]},"usage":{"prompt_tokens":14,\
                "completion_tokens":1,"prompt_tokens_details":{"cached_tokens":0}}}
                """.formatted(time, model);
    }

    @Test
    void thatModelsHaveNoCacheIsSaidInPlaceOfPictures() throws IOException {
        Document page = parsed(page(read(call("2026-11-02T08:00:00Z", "gpt-4") + call("2026-11-02T08:01:00Z",
                "gpt-3.5-turbo") + call("2026-11-02T08:02:00Z", "gpt-4"))));

        assertThat(texts(page, "p")).filteredOn(text -> text.startsWith("The models of these calls have no cache"))
                .hasSize(2);
        assertThat(texts(page, "p")).noneMatch(text -> text.startsWith("Nothing was lost"))
                .noneMatch(text -> text.startsWith("Grey"));
        assertThat(texts(page, "svg")).hasSize(1);
        assertThat(texts(page, "text")).contains("<64 s").noneMatch(text -> text.startsWith("kept"));
    }

    @Test
    void gapsOfManyMonthsHaveABarOfTheirOwn() throws IOException {
        Document page = parsed(page(read(call("2025-11-02T08:00:00Z", "gpt-5.4") + call("2026-11-02T08:01:00Z",
                "gpt-5.4"))));

        assertThat(texts(page, "text")).contains("≥49 d", "2 Nov 2025", "2 Nov 2026")
                .noneMatch(text -> text.startsWith("<97"));
    }
}
