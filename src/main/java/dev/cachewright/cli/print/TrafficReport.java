package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.family.FamilyAdvice;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.traffic.Example;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.Sums;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.traffic.Waste;
import dev.cachewright.words.AdviceWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TrafficWords;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The profile of recorded calls, as `traffic` prints it.
public final class TrafficReport {

    private static final int SHOWN = 12;
    private static final int NAME = 36;
    /// Beside a cause that is no part of what is wasted.
    private static final String NOT_WASTED = "*";

    private final TrafficReading reading;
    private final TrafficProfile profile;
    private final Map<Integer, FamilyAdvice.Given> advice;
    private final Analyst analyst;
    private final Instant now;

    /// @param rules in place of those of each model
    /// @param now for the prices of examples and advice
    public TrafficReport(TrafficReading reading, Analyst analyst, Optional<RuleSet> rules, Instant now) {
        this.reading = reading;
        this.profile = reading.profile();
        this.analyst = analyst;
        this.now = now;
        var advisor = new FamilyAdvice(analyst, rules);
        this.advice = profile.families().stream().limit(SHOWN)
                .collect(Collectors.toMap(FamilyProfile::id, family -> advisor.of(family, now)));
    }

    public ObjectNode json() {
        return new TrafficJson(reading, advice, analyst, now).document();
    }

    public void print(Console console) {
        Sums all = profile.all();
        String forms = reading.log().forms().entrySet().stream()
                .map(form -> form.getKey() + " " + Numbers.count(form.getValue())).collect(Collectors.joining(", "));
        console.print((all.calls() == 1 ? "1 call" : Numbers.count(all.calls()) + " calls") + " in "
                + files(reading.log().files()) + ": " + forms);
        unreadWords(reading.log()).ifPresent(words -> console.print("not read: " + words));
        reading.log().passedOver().forEach(left -> console.print("left out: " + words(left)));
        console.print("");
        console.print("hit rate " + Numbers.percent(all.hitRate()) + ", reachable " + Numbers.percent(all.reachable())
                + ", cost " + Numbers.money(all.cost()) + wasteWords(all));
        TrafficWords.remarks(profile).forEach(console::print);
        printCauses(console, all);
        printFamilies(console);
    }

    private static String files(int files) {
        return files == 1 ? "1 file" : Numbers.count(files) + " files";
    }

    /// What could not be read, with its reason and first place; empty where all was.
    public static Optional<String> unreadWords(LogReport log) {
        return log.unread().isEmpty() ? Optional.empty()
                : Optional.of(log.unread().stream().map(TrafficReport::words).collect(Collectors.joining("; ")));
    }

    /// The same for a document.
    public static JsonNode unread(LogReport log) {
        return TrafficJson.leftOut(log.unread());
    }

    /// How many were left out, why, and the first of them.
    public static String words(LogReport.LeftOut left) {
        return Numbers.count(left.count()) + " × " + left.reason() + ", first " + left.first();
    }

    private String wasteWords(Sums all) {
        return all.waste().map(waste -> ", wasted " + Numbers.money(Optional.of(waste))
                + profile.perDay(waste).map(day -> " (" + Numbers.money(Optional.of(day)) + " a day)").orElse(""))
                .orElse("");
    }

    private void printCauses(Console console, Sums all) {
        if (all.causes().isEmpty()) {
            console.print(TrafficWords.noWaste(profile));
            return;
        }
        console.print("");
        var table = new Table("<>>><", "cause", "calls", "tokens", "cost", "example");
        for (Waste waste : all.causes()) {
            table.add(waste.cause().words() + (waste.cause().isBetween() ? "" : " " + NOT_WASTED),
                    Numbers.count(waste.calls()), Numbers.count(waste.tokens()),
                    Numbers.money(waste.cost()), exampleWords(waste.example()));
        }
        console.print(table);
        if (TrafficWords.hasUnmended(all.causes())) {
            console.print(NOT_WASTED + " what no other layout would have read at the same times: not in wasted");
        }
    }

    private static String exampleWords(Example example) {
        return (example.isPair() ? example.earlier().words() + " → " : "") + example.call().words() + " "
                + example.path();
    }

    private void printFamilies(Console console) {
        if (profile.families().isEmpty()) {
            return;
        }
        console.print("");
        var table = new Table(">< <>>>> <".replace(" ", ""), "family", "name", "model", "calls", "hit rate",
                "reachable", "wasted", "most by");
        profile.families().stream().limit(SHOWN).forEach(family -> table.add(String.valueOf(family.id()),
                shortened(TrafficWords.name(family)), family.model(), Numbers.count(family.sums().calls()),
                Numbers.percent(family.sums().hitRate()), Numbers.percent(family.sums().reachable()),
                Numbers.money(family.sums().waste()), most(family)));
        console.print(table);
        printAdvice(console);
        int more = profile.families().size() - SHOWN;
        if (more > 0) {
            console.print("and " + Numbers.count(more) + " more; --json has them all");
        }
    }

    /// The first advice on each family that wastes something.
    private void printAdvice(Console console) {
        profile.families().stream().limit(SHOWN)
                .filter(family -> family.sums().waste().filter(waste -> waste.picoDollars() > 0).isPresent())
                .forEach(family -> adviceWords(advice.get(family.id()))
                        .ifPresent(words -> console.print("family " + family.id() + ": " + words)));
    }

    /// The advice that brings most, and what all bring together; of changes that bring nothing alone, what they are.
    private static Optional<String> adviceWords(FamilyAdvice.Given given) {
        Optional<String> first = given.advice().stream().filter(each -> each.gain().isGain()).findFirst()
                .map(each -> AdviceWords.title(each) + " (" + AdviceWords.gain(each) + ")");
        Optional<String> all = given.all().map(plan -> AdviceWords.gain(plan.gain()));
        return first.map(words -> words + all.map(gain -> "; with " + (given.all().orElseThrow().taken().size() - 1)
                + " more: " + gain).orElse(""))
                .or(() -> all.map(gain -> given.all().orElseThrow().taken().stream().map(AdviceWords::title)
                        .collect(Collectors.joining(", then ")) + " (together: " + gain + ")"));
    }

    private static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    }

    private static String most(FamilyProfile family) {
        return family.sums().causes().stream().filter(waste -> waste.cause().isBetween()).findFirst()
                .map(waste -> waste.cause().words()).orElse("");
    }
}
