package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.prices.PriceChange;
import dev.cachewright.format.prices.PriceComparison;
import dev.cachewright.store.FileProblem;
import dev.cachewright.words.Numbers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a list of prices and the catalogue differ, and what became of it.
///
/// @param own the user's catalogue
/// @param kept models whose prices are the user's own and stay
public record PricesReport(PriceComparison comparison, Path file, String own, boolean isDryRun, List<String> kept) {

    /// Says which entries of the list cannot be read.
    public void warn(Console console) {
        var warnings = new FewLines(console, "warning: ");
        comparison.list().problems()
                .forEach(fault -> warnings.say("warning: " + new FileProblem(file, fault).oneLine() + "; left out"));
        warnings.end();
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        List<PriceChange> changes = comparison.changes();
        if (!changes.isEmpty()) {
            var table = new Table("<<>>", "model", "price", "ours", comparison.list().name());
            changes.forEach(change -> table.add(change.model(), change.field(), change.ours().map(PricesReport::words)
                    .orElse("-"), words(change.theirs())));
            lines.addAll(table.lines());
            lines.add("");
        }
        lines.add(outcome(changes.isEmpty()));
        if (!kept.isEmpty()) {
            lines.add("kept as you have written them: " + String.join(", ", kept) + "; --replace takes these too");
        }
        return lines;
    }

    private String outcome(boolean isSame) {
        if (comparison.compared() == 0) {
            return "No model of " + file + " is in the catalogue";
        }
        String compared = Numbers.count(comparison.compared()) + " models compared with " + comparison.list().name();
        if (isSame) {
            return compared + ": all prices are the same";
        }
        String differ = compared + ", " + Numbers.count(comparison.differences().size()) + " have other prices";
        if (taken() == 0) {
            return differ;
        }
        return differ + (isDryRun ? "; nothing is written" : "; " + Numbers.count(taken()) + " taken into " + own);
    }

    private int taken() {
        return comparison.differences().size() - kept.size();
    }

    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("list", comparison.list().name())
                .put("file", file.toString()).put("day", comparison.day().toString())
                .put("compared", comparison.compared());
        ArrayNode changes = root.putArray("changes");
        comparison.changes().forEach(change -> changes.addObject().put("model", change.model())
                .put("field", change.field()).put("ours", change.ours().orElse(null))
                .put("theirs", change.theirs()));
        ArrayNode names = root.putArray("kept");
        kept.forEach(names::add);
        return root.put("left", comparison.list().problems().size()).put("written", !isDryRun && taken() > 0)
                .put("ownFile", own);
    }

    private static String words(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
