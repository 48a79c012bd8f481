package dev.cachewright.cli.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.Table;
import dev.cachewright.experiment.Difference;
import dev.cachewright.experiment.Finding;
import dev.cachewright.experiment.Measure;
import dev.cachewright.experiment.Outcome;
import dev.cachewright.words.CompareWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What was measured of layouts.
///
/// @param profile the name of where the calls went
/// @param planned calls, all of them
/// @param calls that have ended, those of the first round among them
/// @param isWhole whether all calls were made and answered
/// @param failures of calls, in the words of their servers
record MeasuredReport(Outcome outcome, String profile, int planned, int calls, boolean isWhole, List<String> failures) {

    private List<Finding> findings() {
        return Stream.of(Measure.values()).flatMap(measure -> Stream.concat(outcome.betweenLayouts(measure).stream(),
                outcome.againstControl(measure).stream())).toList();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("profile", profile)
                .put("rounds", outcome.rounds()).put("warmingRounds", 1).put("planned", planned).put("calls", calls)
                .put("complete", isWhole);
        ArrayNode found = json.putArray("findings");
        findings().forEach(finding -> found.add(json(finding)));
        failures.forEach(json.putArray("failures")::add);
        return json;
    }

    private ObjectNode json(Finding finding) {
        Optional<Difference> difference = finding.difference();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("layout", finding.other())
                .put("against", finding.baseline().isEmpty() ? null : finding.baseline())
                .put("control", finding.baseline().isEmpty())
                .put("measure", finding.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("unit", finding.measure() == Measure.COST ? "USD" : "ms")
                .put("pairs", known(finding)).put("leftOut", finding.leftOut())
                .put("estimate", difference.map(Difference::estimate).orElse(null))
                .put("low", difference.map(Difference::low).orElse(null))
                .put("high", difference.map(Difference::high).orElse(null)).put("told", finding.isTold());
        difference.map(Difference::morePairs).filter(OptionalInt::isPresent).ifPresentOrElse(
                more -> json.put("moreRounds", more.getAsInt()), () -> json.putNull("moreRounds"));
        return json;
    }

    void print(Console console) {
        console.print(Texts.format("experiment.measured", outcome.rounds(), outcome.arms().size() + 1, profile));
        if (outcome.rounds() == 0) {
            return;
        }
        console.print("");
        String control = Texts.get("experiment.control");
        var table = new Table("<<>>><", "layout", "against", "pairs", "difference", "95 % interval", "");
        for (Measure measure : Measure.values()) {
            table.add(CompareWords.name(measure), "", "", "", "", "");
            Stream.concat(outcome.betweenLayouts(measure).stream(), outcome.againstControl(measure).stream())
                    .forEach(finding -> table.add("  " + finding.other(), finding.baseline().isEmpty() ? control
                            : finding.baseline(), pairs(finding), CompareWords.estimate(finding),
                            CompareWords.interval(finding), CompareWords.found(finding, control)));
        }
        console.print(table);
    }

    /// Rounds in which both calls say it.
    private int known(Finding finding) {
        return outcome.rounds() - finding.leftOut();
    }

    private String pairs(Finding finding) {
        int left = finding.leftOut();
        return Numbers.count(known(finding)) + (left == 0 ? "" : " (" + Numbers.count(left) + " left out)");
    }
}
