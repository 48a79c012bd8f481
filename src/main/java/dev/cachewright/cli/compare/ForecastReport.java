package dev.cachewright.cli.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.cli.print.CallFigures;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.EstimateJson;
import dev.cachewright.cli.print.EstimateLine;
import dev.cachewright.cli.print.Table;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.experiment.LayoutDifference;
import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.words.CompareWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.WhyWords;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// What is forecast of layouts, and what parts each from the first.
///
/// @param parted why the first request of each layout leaves that of the first layout, in the order of the differences
record ForecastReport(Layouts layouts, List<LayoutDifference> differences, List<Explanation> parted,
        Layouts.Calls calls) {

    private static final int AROUND = 1;

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("model", layouts.first().layout().destination().modelId()).put("calls", calls.count())
                .put("everyMs", calls.cadence().every().toMillis());
        ArrayNode list = json.putArray("layouts");
        layouts.forecasts().forEach(each -> list.add(json(each)));
        ArrayNode differing = json.putArray("differences");
        for (int i = 0; i < differences.size(); i++) {
            differing.add(json(differences.get(i), parted.get(i)));
        }
        return json;
    }

    private static ObjectNode json(LayoutForecast forecast) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", forecast.layout().name())
                .put("exact", forecast.tokens().isExact()).put("tokens", forecast.tokens().tokens())
                .put("prefix", forecast.prefix().tokens());
        EstimateJson.put(json, "band", forecast.tokens());
        EstimateJson.put(json, "prefixBand", forecast.prefix());
        json.set("cached", CallFigures.number(forecast.cached()));
        putShare(json, forecast.hitRate());
        json.set("cost", CallFigures.money(forecast.cost()));
        json.set("costUncached", CallFigures.money(forecast.series().flatMap(SeriesForecast::uncachedCost)));
        return json;
    }

    private static List<CompareWords.Said> causes(LayoutDifference difference, Explanation why) {
        return CompareWords.causes(why, difference);
    }

    private static void putShare(ObjectNode json, OptionalDouble share) {
        json.set("hitRate", share.isPresent() ? JsonNodeFactory.instance.numberNode(share.getAsDouble()) : null);
    }

    private static ObjectNode json(LayoutDifference difference, Explanation why) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("layout", difference.other().layout().name())
                .put("tokens", difference.tokens()).put("prefix", difference.prefix());
        json.set("cached", CallFigures.number(difference.cached()));
        putShare(json, difference.hitRate());
        json.set("cost", CallFigures.money(difference.cost()));
        json.put("commonTokens", difference.common().tokens());
        json.put("block", difference.parting().block().isEmpty() ? null : difference.parting().block());
        json.put("a", difference.parting().before()).put("b", difference.parting().now());
        ArrayNode causes = json.putArray("causes");
        causes(difference, why).forEach(cause -> causes.addObject().put("cause", cause.name())
                .put("text", cause.text()));
        ArrayNode lines = json.putArray("lines");
        changed(difference).forEach(line -> lines.addObject().put("change", line.change().name().toLowerCase(
                Locale.ROOT)).put("text", line.text()));
        return json;
    }

    private static List<LineDifference.Line> changed(LayoutDifference difference) {
        return difference.lines().lines().stream().filter(line -> line.change() != LineDifference.Change.SAME)
                .toList();
    }

    /// @param isWithText whether the lines that differ are printed
    void print(Console console, boolean isWithText) {
        console.print(table());
        for (int i = 0; i < differences.size(); i++) {
            console.print("");
            print(differences.get(i), parted.get(i), console, isWithText);
        }
        var told = new HashSet<String>();
        layouts.forecasts().stream().filter(each -> told.add(each.layout().destination().modelId()))
                .forEach(each -> EstimateLine.print(each.layout().destination(), each.estimate(), console));
    }

    private Table table() {
        var table = new Table("<>>>>>>", "layout", "tokens", "static prefix", "reads", "hit rate", "cost",
                "against the first");
        for (LayoutForecast each : layouts.forecasts()) {
            boolean isExact = each.tokens().isExact();
            table.add(each.layout().name(), TokenWords.brief(each.tokens()), TokenWords.brief(each.prefix()),
                    each.cached().isPresent() ? TokenWords.brief(isExact, each.cached().getAsLong()) : Numbers.UNKNOWN,
                    Numbers.percent(each.hitRate()),
                    each.cost().map(CallFigures::words).map(words -> TokenWords.about(isExact, words)).orElse(
                            Numbers.UNKNOWN),
                    against(each));
        }
        return table;
    }

    private String against(LayoutForecast forecast) {
        return differences.stream().filter(each -> each.other() == forecast).findFirst()
                .map(each -> each.cost().map(cost -> TokenWords.about(each.isExact(), CompareWords.sixDecimals(
                        cost))).orElse(Numbers.UNKNOWN))
                .orElse("");
    }

    private static void print(LayoutDifference difference, Explanation why, Console console, boolean isWithText) {
        String first = difference.baseline().layout().name();
        String other = difference.other().layout().name();
        console.print(new WhyWords(first, other, UnaryOperator.identity()).relation(why));
        causes(difference, why).forEach(cause -> console.print("cause: " + cause.text()));
        console.print(figures(difference));
        console.print(lines(difference));
        if (isWithText && !difference.lines().isNone()) {
            difference.lines().around(AROUND).lines().forEach(line -> console.print(switch (line.change()) {
                case SAME -> "  ";
                case REMOVED -> "- ";
                case ADDED -> "+ ";
                case GAP -> "…";
            } + line.text()));
        }
    }

    private static String figures(LayoutDifference difference) {
        Optional<String> cached = difference.cached().isPresent()
                ? Optional.of(CompareWords.signed(difference.cached().getAsLong()) + " read")
                : Optional.empty();
        return CompareWords.signed(difference.tokens()) + " tokens, " + CompareWords.signed(difference.prefix())
                + " in the static prefix" + cached.map(words -> ", " + words).orElse("")
                + (difference.hitRate().isPresent()
                        ? ", hit rate " + CompareWords.points(difference.hitRate().getAsDouble())
                        : "");
    }

    private static String lines(LayoutDifference difference) {
        long removed = changed(difference).stream().filter(line -> line.change() == LineDifference.Change.REMOVED)
                .count();
        long added = changed(difference).size() - removed;
        return removed + added == 0
                ? "no line of the text differs"
                : "lines of the text: " + Numbers.count(removed) + " removed, " + Numbers.count(added) + " added";
    }
}
