package dev.cachewright.report;

import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Usage;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.VerdictWords;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The calls of a session as a table, each miss and failure with its sentence.
final class PageCalls {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final List<String> COLUMNS = List.of("number", "time", "input", "forecast", "cached", "written",
            "first-token", "cost", "verdict");
    private static final String NUMBER = "page-number";
    private static final String CELL = "td";

    private final Markup page;
    private final VerdictWords verdicts = new VerdictWords(id -> id);

    PageCalls(Markup page) {
        this.page = page;
    }

    void write(List<Call> calls) throws IOException {
        page.inside("table", "", () -> {
            page.inside("thead", "", () -> page.inside("tr", "", this::writeHead));
            page.inside("tbody", "", () -> {
                for (Call call : calls) {
                    write(call);
                }
            });
        });
    }

    private void writeHead() throws IOException {
        for (String column : COLUMNS) {
            page.line("th", isNumber(column) ? NUMBER : "", Texts.get("session.column." + column));
        }
    }

    private static boolean isNumber(String column) {
        return !column.equals("time") && !column.equals("verdict");
    }

    private void write(Call call) throws IOException {
        boolean hasWhy = call.verdict().isMiss() || !(call.measurement().result() instanceof CallResult.Answered);
        page.inside("tr", hasWhy ? "page-has-why" : "", () -> writeCells(call));
        if (hasWhy) {
            page.inside("tr", "page-why", () -> page.line(CELL, "", "").line(
                    CELL + " colspan=\"" + (COLUMNS.size() - 1) + "\"", "", verdicts.summary(call)));
        }
    }

    private void writeCells(Call call) throws IOException {
        Usage usage = call.measurement().usage();
        var timing = call.measurement().timing();
        String verdict = verdicts.of(call);
        page.line(CELL, NUMBER, String.valueOf(call.number())).line(CELL, "", TIME.format(timing.at()))
                .line(CELL, NUMBER, VerdictWords.input(call)).line(CELL, NUMBER, VerdictWords.forecast(call))
                .line(CELL, NUMBER, Numbers.count(usage.cached())).line(CELL, NUMBER, Numbers.count(usage.written()))
                .line(CELL, NUMBER, timing.firstToken().map(Duration::toMillis).map(Numbers::duration)
                        .orElse(Numbers.UNKNOWN))
                .line(CELL, NUMBER, Numbers.money(call.bill().cost()))
                .line(CELL, call.isUnexpectedMiss() ? "page-miss" : "",
                        VerdictWords.named(call, verdict));
    }
}
