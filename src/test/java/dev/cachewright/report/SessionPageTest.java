package dev.cachewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.cache.MissReason;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Failure;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.session.Verdict;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.words.StatisticsWords;
import dev.cachewright.words.VerdictWords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SessionPageTest {

    private static String page(Session session) throws IOException {
        var out = new StringWriter();
        SessionPage.write(session, out);
        return out.toString();
    }

    /// What is not well formed, or not closed, does not parse.
    private static Document parsed(String page) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e.getMessage() + "\n" + page, e);
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

    private static Session named(String name, List<Call> calls) {
        return new Session("s", name, new PromptSource(name, "/home/someone/" + name), calls);
    }

    @Test
    void aPageHasFiguresChartCallsAndVerdicts() throws IOException {
        Session session = named("support.prompt", SampleCalls.twelve().calls());
        Document page = parsed(page(session));

        assertThat(texts(page, "h1")).containsExactly("support.prompt");
        assertThat(texts(page, "h2")).containsExactly("Figures", "Chart", "Calls", "What the verdicts mean");
        assertThat(texts(page, "dt")).containsAll(
                StatisticsWords.lines(session.statistics()).stream().map(StatisticsWords.Line::label).toList());
        assertThat(texts(page, "svg")).hasSize(1);
        // A head, twelve calls, and a sentence for the miss and for the failure.
        assertThat(texts(page, "tr")).hasSize(1 + 12 + 2);
        assertThat(texts(page, "td")).contains(new VerdictWords(id -> id).summary(session.calls().get(7)));
        assertThat(texts(page, "dd")).contains(VerdictWords.meaning(Verdict.COLD),
                VerdictWords.meaning(Verdict.PREFIX_CHANGED), VerdictWords.meaning(Verdict.FAILED))
                .doesNotContain(VerdictWords.meaning(Verdict.EXPIRED));
    }

    @Test
    void aPageNeedsNothingBesideItAndRunsNothing() throws IOException {
        String page = page(named("support.prompt", SampleCalls.parted().calls()));

        assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").contains("default-src 'none'",
                "prefers-color-scheme: dark", "@media print");
        assertThat(page.toLowerCase()).doesNotContain("<script", "<link", "<img", "<iframe", "@import", "javascript:");
        assertThat(Pattern.compile("(src|href)=").matcher(page).find()).isFalse();
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://", "//cdn");
    }

    @Test
    void noTwoElementsHaveTheSameName() throws IOException {
        String page = page(named("support.prompt", SampleCalls.parted().calls()));

        List<String> ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(page).results().map(each -> each.group(1))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void neitherPromptsNorAnswersNorPathsAreInIt() throws IOException {
        String page = page(named("support.prompt", SampleCalls.twelve().calls()));

        assertThat(page).doesNotContain(SampleCalls.EXCHANGE.answer(), "/home/someone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b < c > d 'e'",
            "]]><!--", "\u0000\u001b[31m\uFFFE\uD800", "\u202Egnp.exe", "{{7*7}}${7*7}"})
    void hostileNamesAreTextAndNothingElse(String name) throws IOException {
        Call miss = SampleCalls.missed(2);
        CallForecast changed = SampleCalls.forecast(0, 1_851, MissReason.PREFIX_CHANGED, name);
        var target = new CallTarget(name, name, Api.CHAT, new PromptMark(name, "2"));
        Call failed = SampleCalls.failed(3, new Failure.Known(Failure.Kind.REFUSED, 418, name,
                new Failure.Server(name, name), 0));
        String text = page(named(name, List.of(SampleCalls.cold(1),
                new Call(2, target, changed, miss.measurement(), miss.bill()), failed)));

        Document page = parsed(text);
        assertThat(texts(page, "script")).isEmpty();
        assertThat(texts(page, "img")).isEmpty();
        assertThat(texts(page, "h1")).hasSize(1).first().asString().hasSameSizeAs(masked(name));
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(((Element) all.item(i)).hasAttribute("onerror")).isFalse();
        }
        assertThat(text).doesNotContain("\u202E", "\u001b");
    }

    private static String masked(String name) {
        return name.replaceAll("[\\p{Cc}\\x{202E}\\x{FFFE}]", "?");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictHasAMeaning(Verdict verdict) {
        assertThat(VerdictWords.meaning(verdict)).endsWith(".").doesNotContain("{", "!");
    }

    @Test
    void aSessionWithoutCallsIsAPageThatSaysSo() throws IOException {
        Document page = parsed(page(Session.started("2026-11-23T09-00-00-000")));

        assertThat(texts(page, "h1")).containsExactly("Session 2026-11-23T09-00-00-000");
        assertThat(texts(page, "table")).isEmpty();
        assertThat(texts(page, "dd")).first().isEqualTo("0");
    }

    @Test
    void aLongSessionIsWrittenAPartAtATimeAndItsChartStaysSmall(@TempDir Path folder) throws IOException {
        Session session = SampleCalls.warm(10_000);
        Path file = folder.resolve("long.html");

        SessionCopy.write(session, call -> {
            throw new IOException("no body is read for a page");
        }, SessionForm.HTML, file);

        String page = Files.readString(file);
        assertThat(page.substring(page.indexOf("<svg"), page.lastIndexOf("</svg>")).length()).isLessThan(1_000_000);
        assertThat(Pattern.compile("<tr>").matcher(page).results()).hasSize(10_001);
        var most = new Largest();
        SessionCopy.write(session, call -> SampleCalls.EXCHANGE, SessionForm.HTML, most);
        assertThat(most.largest).isLessThan(100_000);
    }

    /// The largest part that was written at once.
    private static final class Largest extends OutputStream {

        private int largest;

        @Override
        public void write(int one) {
            largest = Math.max(largest, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            largest = Math.max(largest, count);
        }
    }
}
