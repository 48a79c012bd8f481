package dev.cachewright.report;

import dev.cachewright.advice.Advice;
import dev.cachewright.format.family.FamilyAdvice;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.traffic.ExamplePlace;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.Sums;
import dev.cachewright.traffic.Waste;
import dev.cachewright.traffic.WasteCause;
import dev.cachewright.words.AdviceWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TrafficWords;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables of the page of recorded traffic.
final class TrafficTables {

    private static final String NUMBER = "page-number";
    private static final String CELL = "td";
    private static final int FAMILIES = 50;

    private final Markup page;
    private final ExamplePlace places;

    TrafficTables(Markup page, ExamplePlace places) {
        this.page = page;
        this.places = places;
    }

    /// What fills the rows of a table.
    private interface Rows {

        void write() throws IOException;
    }

    /// @param words how many of the first columns hold words
    private void table(int words, List<String> columns, Rows rows) throws IOException {
        page.inside("table", "", () -> {
            page.inside("thead", "", () -> page.inside("tr", "", () -> {
                for (int i = 0; i < columns.size(); i++) {
                    boolean isWords = i < words || columns.get(i).equals("example") || columns.get(i).equals(
                            "main-cause");
                    page.line("th", isWords ? "" : NUMBER, Texts.get("traffic." + columns.get(i)));
                }
            }));
            page.inside("tbody", "", rows::write);
        });
    }

    void causes(List<Waste> causes) throws IOException {
        table(1, List.of("cause", "calls", "input-lost", "cost", "share", "example"), () -> {
            for (Waste waste : causes) {
                page.inside("tr", "", () -> page
                        .line(CELL, waste.cause() == WasteCause.PROVIDER_UNEXPLAINED ? "page-miss" : "",
                                TrafficWords.cause(waste.cause()))
                        .line(CELL, NUMBER, Numbers.count(waste.calls()))
                        .line(CELL, NUMBER, Numbers.count(waste.tokens()))
                        .line(CELL, NUMBER, Numbers.money(waste.cost()))
                        .line(CELL, NUMBER, Numbers.percent(TrafficWords.share(waste, causes)))
                        .line(CELL, "", TrafficWords.example(waste.example(), places.of(waste.example()))));
            }
        });
    }

    /// Those that wasted most.
    void families(List<FamilyProfile> families) throws IOException {
        table(2, List.of("family", "model", "calls", "hit-rate", "reachable", "wasted", "main-cause"), () -> {
            for (FamilyProfile family : families.subList(0, Math.min(FAMILIES, families.size()))) {
                page.inside("tr", "", () -> {
                    page.line(CELL, "", TrafficWords.name(family)).line(CELL, "", family.model());
                    figures(family.sums());
                    page.line(CELL, "", TrafficWords.mainCause(family));
                });
            }
        });
        if (families.size() > FAMILIES) {
            page.line("p", "page-note", Texts.format("traffic-page.more-families", families.size() - FAMILIES));
        }
    }

    /// What to change, what saves most first, and last what all of it brings together.
    void advice(FamilyAdvice.Given given) throws IOException {
        table(2, List.of("advice", "gain"), () -> {
            for (Advice each : given.advice()) {
                advice(AdviceWords.title(each), AdviceWords.gain(each));
            }
            if (given.all().isPresent()) {
                advice(Texts.format("traffic.advice-all", given.all().get().taken().size()),
                        AdviceWords.gain(given.all().get().gain()));
            }
        });
    }

    private void advice(String title, String gain) throws IOException {
        page.inside("tr", "", () -> page.line(CELL, "", title).line(CELL, "", gain));
    }

    private void figures(Sums sums) throws IOException {
        page.line(CELL, NUMBER, Numbers.count(sums.calls())).line(CELL, NUMBER, Numbers.percent(sums.hitRate()))
                .line(CELL, NUMBER, Numbers.percent(sums.reachable()))
                .line(CELL, NUMBER, Numbers.money(sums.waste()));
    }

    /// @param by `model`, `server` or `key`
    void groups(String by, Map<String, Sums> groups) throws IOException {
        if (groups.isEmpty() || groups.keySet().equals(Set.of(""))) {
            return;
        }
        page.line("h2", "", Texts.get("traffic-page.by." + by));
        table(1, List.of(by, "calls", "hit-rate", "reachable", "wasted"), () -> {
            for (var group : groups.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
                page.inside("tr", "", () -> {
                    page.line(CELL, "", group.getKey().isEmpty() ? Numbers.UNKNOWN : group.getKey());
                    figures(group.getValue());
                });
            }
        });
    }

    /// What the logs are, and what in them could not be read.
    void logs(LogReport log) throws IOException {
        page.line("p", "page-about", Texts.format("traffic.files", log.files()));
        table(1, List.of("format", "calls"), () -> {
            for (var form : log.forms().entrySet()) {
                page.inside("tr", "", () -> page.line(CELL, "", form.getKey())
                        .line(CELL, NUMBER, Numbers.count(form.getValue())));
            }
        });
        leftOut("traffic-page.unread", log.unread());
        leftOut("traffic-page.passed-over", log.passedOver());
    }

    private void leftOut(String title, List<LogReport.LeftOut> left) throws IOException {
        if (left.isEmpty()) {
            return;
        }
        page.line("h2", "", Texts.get(title));
        table(2, List.of("reason", "first-place", "lines"), () -> {
            for (LogReport.LeftOut each : left) {
                String place = each.first().toString();
                page.inside("tr", "", () -> page.line(CELL, "", each.reason()).line(CELL, "", place)
                        .line(CELL, NUMBER, Numbers.count(each.count())));
            }
        });
    }
}
