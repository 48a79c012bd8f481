package dev.cachewright.report;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.chart.Drawing;
import dev.cachewright.format.family.FamilyAdvice;
import dev.cachewright.format.traffic.ExamplePlace;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.picture.GapsPicture;
import dev.cachewright.picture.HitRatePicture;
import dev.cachewright.picture.WastePicture;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.traffic.Waste;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TrafficWords;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What recorded calls read and missed, as one HTML page for people, with the figures of `traffic --json`.
///
/// The page needs nothing beside it and asks for nothing. Of requests it holds the beginnings that families are named by,
/// and places.
final class TrafficPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// Families that have their advice on the page.
    private static final int ADVISED = 12;

    private final TrafficReading reading;
    private final FamilyAdvice advisor;
    private final Instant now;
    private final TrafficProfile profile;
    private final Markup page;
    private final TrafficTables tables;

    private TrafficPage(TrafficReading reading, FamilyAdvice advisor, Analyst analyst, Instant now, Writer out) {
        this.advisor = advisor;
        this.now = now;
        this.reading = reading;
        this.profile = reading.profile();
        this.page = new Markup(out);
        this.tables = new TrafficTables(page, new ExamplePlace(analyst, now));
    }

    /// @param rules in place of those of each model
    static void write(TrafficReading reading, Analyst analyst, Optional<RuleSet> rules, Instant now, Writer out)
            throws IOException {
        new TrafficPage(reading, new FamilyAdvice(analyst, rules), analyst, now, out).write();
    }

    private void write() throws IOException {
        PageHead.write(page, Texts.get("traffic-page.title"));
        page.line("h1", "", Texts.get("traffic-page.title"));
        about();
        page.line("h2", "", Texts.get("traffic-page.totals"));
        totals();
        picture("traffic.over-time", HitRatePicture.of(profile, PageChart.RULER, ZoneOffset.UTC, PageChart.WIDTH),
                TrafficWords.noHitRates(profile));
        List<Waste> causes = profile.all().causes();
        picture("traffic.by-cause", WastePicture.of(causes, PageChart.RULER, PageChart.WIDTH),
                TrafficWords.noWaste(profile));
        if (!causes.isEmpty()) {
            if (TrafficWords.hasUnmended(causes)) {
                page.line("p", "page-note", Texts.get("traffic.by-cause-note"));
            }
            tables.causes(causes);
        }
        page.line("h2", "", Texts.get("traffic.families"));
        if (profile.families().isEmpty()) {
            page.line("p", "page-note", Texts.get("traffic.no-requests"));
        } else {
            tables.families(profile.families());
            advice();
        }
        picture("traffic.gaps", gaps(), Texts.get(isTimed(profile) ? "traffic.no-gaps" : "traffic.no-times"));
        tables.groups("model", profile.models());
        tables.groups("server", profile.routes());
        tables.groups("key", profile.keys());
        page.line("h2", "", Texts.get("traffic-page.logs"));
        tables.logs(reading.log());
        page.raw("</body>\n</html>\n");
    }

    /// What to change in the families that waste most.
    private void advice() throws IOException {
        List<FamilyProfile> wasting = profile.families().stream().limit(ADVISED).filter(family -> family.sums().waste()
                .filter(waste -> waste.picoDollars() > 0).isPresent()).toList();
        for (FamilyProfile family : wasting) {
            FamilyAdvice.Given given = advisor.of(family, now);
            if (!given.advice().isEmpty()) {
                page.line("h2", "", Texts.format("traffic-page.advice", TrafficWords.name(family)));
                tables.advice(given);
            }
        }
    }

    private void about() throws IOException {
        if (profile.first().isPresent() && profile.last().isPresent()) {
            page.line("p", "page-about", Texts.format("session-page.when", DAY.format(profile.first().get()),
                    DAY.format(profile.last().get())));
        }
        for (String remark : TrafficWords.remarks(profile)) {
            page.line("p", "page-about", remark);
        }
        if (reading.log().isCancelled()) {
            page.line("p", "page-about", Texts.get("traffic.cancelled-note"));
        }
        page.line("p", "page-note", Texts.get("traffic-page.note"));
    }

    private void totals() throws IOException {
        page.inside("dl", "page-figures", () -> {
            for (TrafficWords.Line line : TrafficWords.totals(profile)) {
                page.inside("div", "", () -> page.line("dt", "", line.label()).line("dd", "", line.value()));
            }
        });
    }

    /// Of a log without times no gaps are known: those between its lines are our own.
    private Optional<Drawing> gaps() {
        return isTimed(profile)
                ? GapsPicture.of(profile.gaps(), profile.families().stream()
                        .flatMap(family -> family.lifetime().stream()).distinct().toList(), PageChart.RULER,
                        PageChart.WIDTH)
                : Optional.empty();
    }

    private static boolean isTimed(TrafficProfile profile) {
        return profile.first().isPresent();
    }

    private void picture(String title, Optional<Drawing> drawing, String without) throws IOException {
        page.line("h2", "", Texts.get(title));
        if (drawing.isEmpty()) {
            page.line("p", "page-note", without);
        } else {
            page.inside("div", "page-chart",
                    () -> page.raw(PageChart.writer().write(drawing.get(), Texts.get(title))));
        }
    }
}
