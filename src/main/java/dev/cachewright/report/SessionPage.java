package dev.cachewright.report;

import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.session.Verdict;
import dev.cachewright.words.StatisticsWords;
import dev.cachewright.words.Texts;
import dev.cachewright.words.VerdictWords;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A session as one HTML page for people: figures, chart, calls and what their verdicts mean.
///
/// The page needs nothing beside it and asks for nothing: no script, no font, no picture from elsewhere. It holds no
/// prompt and no answer, but for the few words that a verdict quotes.
final class SessionPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Session session;
    private final List<Call> calls;
    private final Markup page;

    private SessionPage(Session session, Writer out) {
        this.session = session;
        this.calls = session.calls();
        this.page = new Markup(out);
    }

    static void write(Session session, Writer out) throws IOException {
        new SessionPage(session, out).write();
    }

    private void write() throws IOException {
        PageHead.write(page, title());
        page.line("h1", "", title());
        about();
        page.line("h2", "", Texts.get("session-page.figures"));
        figures();
        if (!calls.isEmpty()) {
            page.line("h2", "", Texts.get("session-page.chart"));
            page.inside("div", "page-chart", () -> page.raw(PageChart.of(calls)));
            page.line("h2", "", Texts.get("session-page.calls"));
            new PageCalls(page).write(calls);
            page.line("h2", "", Texts.get("session-page.verdicts"));
            verdicts();
        }
        page.raw("</body>\n</html>\n");
    }

    private String title() {
        return session.title().isEmpty() ? Texts.format("session-page.title", session.id()) : session.title();
    }

    private void about() throws IOException {
        if (!session.name().isEmpty() && !session.prompt().name().isEmpty()) {
            page.line("p", "page-about", Texts.format("session-page.prompt", session.prompt().name()));
        }
        if (!calls.isEmpty()) {
            page.line("p", "page-about", Texts.format("session-page.when", DAY.format(at(calls.getFirst())),
                    DAY.format(at(calls.getLast()))));
            page.line("p", "page-about", calls.stream().map(call -> Texts.format("session-page.where",
                    call.target().model(), call.target().profile())).distinct().collect(Collectors.joining(", ")));
        }
        page.line("p", "page-note", Texts.get("session-page.note"));
    }

    private static Instant at(Call call) {
        return call.measurement().timing().at();
    }

    private void figures() throws IOException {
        page.inside("dl", "page-figures", () -> {
            for (StatisticsWords.Line line : StatisticsWords.lines(session.statistics())) {
                page.inside("div", "", () -> page.line("dt", "", line.label()).line("dd", "", line.value()));
            }
        });
    }

    /// Those that occur, in the order in which people meet them.
    private void verdicts() throws IOException {
        var words = new VerdictWords(id -> id);
        List<Verdict> there = calls.stream().map(Call::verdict).distinct().sorted().toList();
        page.inside("dl", "page-verdicts", () -> {
            for (Verdict verdict : there) {
                page.inside("div", "", () -> page.line("dt", "", words.of(verdict)).line("dd", "",
                        VerdictWords.meaning(verdict)));
            }
        });
    }
}
