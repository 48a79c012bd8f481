package dev.cachewright.words;

import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.catalog.Money;
import dev.cachewright.traffic.Example;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.Sums;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.traffic.Waste;
import dev.cachewright.traffic.WasteCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The profile of recorded calls in words and figures, the same in the window and in the report.
public final class TrafficWords {

    private TrafficWords() {
    }

    /// A figure with its name.
    public record Line(String label, String value) {
    }

    /// `Volatile text`.
    public static String cause(WasteCause cause) {
        return Texts.get("traffic.cause." + key(cause));
    }

    private static String key(WasteCause cause) {
        return cause.words().replace(' ', '-');
    }

    /// The sums over all calls.
    public static List<Line> totals(TrafficProfile profile) {
        Sums all = profile.all();
        return List.of(new Line(Texts.get("traffic.calls"), Numbers.count(all.calls())),
                new Line(Texts.get("traffic.input"), Numbers.count(all.input())),
                new Line(Texts.get("traffic.cached"), Numbers.count(all.cached())),
                new Line(Texts.get("traffic.output"), Numbers.count(all.output())),
                new Line(Texts.get("traffic.hit-rate"), Numbers.percent(all.hitRate())),
                new Line(Texts.get("traffic.reachable"), Numbers.percent(all.reachable())),
                new Line(Texts.get("traffic.cost"), Numbers.money(all.cost())),
                new Line(Texts.get("traffic.wasted"), Numbers.money(all.waste())),
                new Line(Texts.get("traffic.wasted-a-day"), Numbers.money(all.waste().flatMap(profile::perDay))));
    }

    /// The most telling of them in one line.
    public static String summary(TrafficProfile profile) {
        Sums all = profile.all();
        String words = Texts.format("traffic.summary", Numbers.count(all.calls()), Numbers.percent(all.hitRate()),
                Numbers.percent(all.reachable()), Numbers.money(all.cost()), Numbers.money(all.waste()));
        return all.waste().flatMap(profile::perDay)
                .map(day -> Texts.format("traffic.summary-a-day", words, Numbers.money(Optional.of(day))))
                .orElse(words);
    }

    /// What is to be known before the figures are believed, a sentence each.
    public static List<String> remarks(TrafficProfile profile) {
        TrafficProfile.Remarks all = profile.remarks();
        var sentences = new ArrayList<String>();
        add(sentences, "traffic.without-request", all.withoutRequest() - all.lostText());
        all.firstLost().ifPresent(first -> sentences.add(Texts.format("traffic.text-lost", all.lostText(),
                first.words())));
        add(sentences, "traffic.without-cache", profile.hasNoCache() ? 0 : all.withoutCache());
        Sums.Basis basis = profile.all().basis();
        if (profile.all().reachable().isPresent() && basis.calls() > 0 && basis.calls() < profile.all().calls()) {
            add(sentences, "traffic.basis", basis.calls());
        }
        add(sentences, "traffic.late", all.late());
        return sentences;
    }

    private static void add(List<String> to, String key, long calls) {
        if (calls > 0) {
            to.add(Texts.format(key, calls));
        }
    }

    /// Why no loss is shown, where none is.
    public static String noWaste(TrafficProfile profile) {
        String why = profile.families().isEmpty() ? "no-requests"
                : profile.hasNoCache() ? "no-cache" : profile.all().reachable().isEmpty() ? "no-rules"
                        : areAllFirst(profile) ? "no-earlier" : "no-waste";
        return Texts.get("traffic." + why);
    }

    private static boolean areAllFirst(TrafficProfile profile) {
        return profile.families().stream().allMatch(family -> family.sums().calls() == 1);
    }

    /// Why no hit rates over time are shown, where none are.
    public static String noHitRates(TrafficProfile profile) {
        return Texts.get(profile.first().isEmpty() ? "traffic.no-times"
                : profile.hasNoCache() ? "traffic.no-cache" : "traffic.no-usage");
    }

    /// Whether some of what was lost is not counted as wasted.
    public static boolean hasUnmended(List<Waste> causes) {
        return causes.stream().anyMatch(waste -> !waste.cause().isBetween());
    }

    /// What of all losses one is: of their cost, or of their tokens where no price is known.
    public static double share(Waste waste, List<Waste> all) {
        Money cost = all.stream().flatMap(each -> each.cost().stream()).reduce(Money.ZERO, Money::plus);
        if (cost.picoDollars() > 0) {
            return waste.cost().map(part -> part.picoDollars() / (double) cost.picoDollars()).orElse(0.0);
        }
        long tokens = all.stream().mapToLong(Waste::tokens).sum();
        return tokens == 0 ? 0 : waste.tokens() / (double) tokens;
    }

    /// `$1.25 · 40.1%`; tokens where no price is known.
    public static String amount(Waste waste, List<Waste> all) {
        String amount = waste.cost().map(cost -> Numbers.money(Optional.of(cost)))
                .orElseGet(() -> Texts.format("traffic.tokens", Numbers.count(waste.tokens())));
        return Texts.format("traffic.amount", amount, Numbers.percent(share(waste, all)));
    }

    /// The call that missed beside the one that it could have read from, and where the two part.
    public static String example(Example example, BodyPlace place) {
        String calls = example.isPair()
                ? Texts.format("traffic.pair", example.earlier().words(), example.call().words())
                : example.call().words();
        return place.path().isEmpty() ? calls : Texts.format("traffic.pair-place", calls, place.path(), place.offset());
    }

    /// The beginning of its text, or that it has none.
    public static String name(FamilyProfile family) {
        return family.name().isEmpty() ? Texts.get("traffic.no-text") : family.name();
    }

    /// The cause that cost a family most of what could have been saved; empty where none did.
    public static String mainCause(FamilyProfile family) {
        return family.sums().causes().stream().map(Waste::cause).filter(WasteCause::isBetween).findFirst()
                .map(TrafficWords::cause).orElse("");
    }

    /// A time in its largest whole unit: `45 s`, `5 min`, `24 h`.
    public static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 120 && seconds % 60 != 0 || seconds < 60) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60 || minutes < 120 && minutes % 60 != 0) {
            return minutes + " min";
        }
        return minutes < 48 * 60 ? Math.round(minutes / 60.0) + " h" : Math.round(minutes / 1_440.0) + " d";
    }
}
