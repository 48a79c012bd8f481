package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.catalog.Money;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import dev.cachewright.token.part.Band;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.VerdictWords;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The figures of calls, in JSON and in words, as all reports write them.
public final class CallFigures {

    /// Printed in tables for what is not known.
    static final String UNKNOWN = "-";

    /// Verdicts as the window says them; blocks are named by their ids, as everywhere on the command line.
    public static final VerdictWords VERDICTS = new VerdictWords(id -> id);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CallFigures() {
    }

    public static ObjectNode forecast(CallForecast forecast) {
        return split(forecast).set("cost", money(forecast.cost()));
    }

    /// The tokens of a forecast alone.
    static ObjectNode split(CallForecast forecast) {
        ObjectNode json = JSON.objectNode().put("cached", forecast.split().cached())
                .put("written", forecast.split().written()).put("uncached", forecast.split().uncached());
        Band band = forecast.certainty().band();
        if (!band.isExact() && !band.isOpen()) {
            json.putArray("cachedBand").add(Math.max(0, forecast.split().cached() - band.below()))
                    .add(forecast.split().cached() + band.above());
        }
        return json;
    }

    /// What a server reported, and what that costs.
    public static ObjectNode reported(Usage usage, Call.Bill bill) {
        ObjectNode json = JSON.objectNode();
        json.set("input", number(usage.input()));
        json.set("cached", number(usage.cached()));
        json.set("written", number(usage.written()));
        json.set("output", number(usage.output()));
        if (!usage.unreadable().isEmpty()) {
            usage.unreadable().forEach(json.putArray("unreadable")::add);
        }
        return json.set("cost", money(bill.cost()));
    }

    public static JsonNode number(OptionalLong value) {
        return value.isPresent() ? JSON.numberNode(value.getAsLong()) : JSON.nullNode();
    }

    public static JsonNode money(Optional<Money> money) {
        return money.map(amount -> JSON.numberNode(amount.dollars())).orElse(JSON.nullNode());
    }

    public static String words(OptionalLong value) {
        return value.isPresent() ? Numbers.count(value.getAsLong()) : UNKNOWN;
    }

    /// What input costs with the cache and without it, to end a sentence; empty where one of these is not known.
    ///
    /// @param isExact whether the tokens that are paid for are known, and not estimated
    public static String inputCosts(Optional<Money> cost, Optional<Money> uncached, boolean isExact) {
        return cost.flatMap(with -> uncached.map(without -> ", input cost " + TokenWords.about(isExact, words(with))
                + " instead of " + TokenWords.about(isExact, words(without)))).orElse("");
    }

    public static String words(Money money) {
        return "$" + String.format(Locale.ROOT, "%.6f", money.dollars());
    }
}
