package dev.cachewright.ui.forecast;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.catalog.Economy;
import dev.cachewright.catalog.Money;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The forecast of a series in sentences: what which calls write and read, what that costs, and why it is not more.
final class ForecastSentence {

    private static final int MOST_RUNS = 4;

    private ForecastSentence() {
    }

    static String of(Analysis analysis, Outlook outlook) {
        var sentences = new ArrayList<String>();
        List<CallForecast> calls = outlook.series().calls();
        int from = 0;
        for (int run = 0; from < calls.size() && run < MOST_RUNS; run++) {
            int to = from + 1;
            while (to < calls.size() && isAlike(calls.get(from), calls.get(to))) {
                to++;
            }
            sentences.add(sentence(calls.subList(from, to), from + 1));
            from = to;
        }
        if (from < calls.size()) {
            sentences.add(Texts.get("forecast-strip.and-so-on"));
        }
        if (calls.stream().anyMatch(CallForecast::isBeyondPrefix)) {
            sentences.add(Texts.get("forecast-strip.same-text-why"));
        }
        outlook.series().cost().ifPresent(sum -> sentences.add(Texts.format("forecast-strip.costs-in-all",
                money(sum), outlook.series().uncachedCost().map(ForecastSentence::money).orElse(""))));
        outlook.economy().map(Economy::breakEvenHitRate).filter(rate -> rate > 0).ifPresent(
                rate -> sentences.add(Texts.format("forecast-strip.break-even", Numbers.percent(rate))));
        String padding = padding(analysis, outlook);
        if (!padding.isEmpty()) {
            sentences.add(padding);
        }
        if (outlook.isTooFast()) {
            sentences.add(Texts.format("forecast-strip.too-fast-why", outlook.rules().callsAMinute().orElse(0)));
        }
        return String.join(" ", sentences);
    }

    private static boolean isAlike(CallForecast one, CallForecast other) {
        return one.split().cached() == other.split().cached() && one.split().written() == other.split().written();
    }

    private static String sentence(List<CallForecast> calls, int number) {
        CallForecast first = calls.getFirst();
        var parts = new ArrayList<String>();
        if (first.split().cached() > 0) {
            parts.add(Texts.format("forecast-strip.part-read", first.split().cached()));
        }
        if (first.split().written() > 0) {
            parts.add(Texts.format("forecast-strip.part-written", first.split().written()));
        }
        long least = calls.stream().mapToLong(call -> call.split().uncached()).min().orElse(0);
        long most = calls.stream().mapToLong(call -> call.split().uncached()).max().orElse(0);
        parts.add(least == most
                ? Texts.format("forecast-strip.part-uncached", Numbers.count(least))
                : Texts.format("forecast-strip.part-uncached-range", least, most));
        String who = calls.size() == 1
                ? Texts.format("forecast-strip.call", number)
                : Texts.format("forecast-strip.calls-to", number, number + calls.size() - 1);
        String what = who + ": " + String.join(", ", parts);
        return first.cost().map(cost -> Texts.format("forecast-strip.at-cost", what, money(cost))).orElse(what + ".");
    }

    /// Whether a prefix below the threshold is worth padding.
    private static String padding(Analysis analysis, Outlook outlook) {
        int prefix = analysis.prefixTokens().tokens();
        int threshold = outlook.rules().threshold();
        if (prefix >= threshold || outlook.economy().isEmpty()) {
            return "";
        }
        Economy economy = outlook.economy().get();
        OptionalInt calls = economy.callsToPad(prefix, threshold);
        return calls.isPresent()
                ? Texts.format("forecast-strip.padding-pays", Numbers.count((long) threshold - prefix),
                        calls.getAsInt())
                : Texts.format("forecast-strip.padding-never-pays", Numbers.count((long) threshold - prefix));
    }

    private static String money(Money money) {
        return Numbers.money(money.dollars());
    }
}
