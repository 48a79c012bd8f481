package dev.cachewright.ui.forecast;

import dev.cachewright.advice.Expectation;
import dev.cachewright.advice.Gain;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.catalog.Economy;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.kit.Tone;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the four figures of the strip say; what they show depends on the rules of the model.
final class ForecastFigures {

    private static final int PERCENT = 100;
    private static final double MUCH = 0.5;
    /// Below so many calls a minute, a part of one counts.
    private static final int FEW = 10;

    private final FigureText nextCall = new FigureText();
    private final FigureText hitRate = new FigureText();
    private final FigureText cost = new FigureText();
    private final FigureText step = new FigureText();
    private final ReadOnlyStringWrapper nextCaption = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper hitRateCaption = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper stepCaption = new ReadOnlyStringWrapper();

    ForecastFigures() {
        showNothing("");
    }

    void showNothing(String why) {
        nextCaption.set(Texts.get("forecast-strip.next-call"));
        hitRateCaption.set(Texts.get("forecast-strip.hit-rate"));
        stepCaption.set(Texts.get("forecast-strip.step"));
        List.of(nextCall, hitRate, cost, step).forEach(figure -> figure.explain(""));
        nextCall.showNone(why);
        hitRate.showNone("");
        cost.showNone("");
        step.showNone("");
    }

    /// The last figure tells what advice would bring, as long as there is some.
    ///
    /// @param own fields in which the calls differ, and which no forecast has
    void showAdvised(Gain gain, List<String> own) {
        stepCaption.set(Texts.get("forecast-strip.advised"));
        String cost = gain.after().costPerCall().map(ForecastFigures::money)
                .map(money -> Texts.format(gain.after().calls() > 1
                        ? "forecast-strip.advised-average"
                        : "forecast-strip.advised-cost", money,
                        Math.round(gain.share() * PERCENT)))
                .orElse("");
        String without = own.isEmpty() ? "" : Texts.format("forecast-strip.advised-without", FewWords.list(own));
        step.show(Numbers.percent(gain.after().hitRate()), Stream.of(cost, without).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · ")), own.isEmpty() ? Tone.GOOD : Tone.PLAIN);
        step.explain(Texts.get("forecast-strip.hint-advised"));
    }

    /// What a single request would read after the one before it, as far as one request can tell.
    void showAssumed(Analysis analysis, Expectation now) {
        hitRate.show(TokenWords.about(analysis, Numbers.percent(now.hitRate())),
                Texts.get("forecast-strip.assumed"), Tone.PLAIN);
        Optional<Money> plain = analysis.outlook().flatMap(Outlook::uncachedCost);
        if (plain.isPresent() && now.costPerCall().isPresent()) {
            cost.show(TokenWords.tight(analysis, money(now.costPerCall().get())),
                    Texts.format("forecast-strip.of-cost", money(plain.get())));
        }
    }

    void show(Analysis analysis, Outlook outlook) {
        showNext(analysis, outlook);
        showHitRate(analysis, outlook);
        showCost(analysis, outlook);
        showStep(analysis, outlook);
        String estimate = analysis.isExact() ? ""
                : TokenWords.full(analysis.total()) + ". " + TokenWords.why(analysis);
        String all = "\n" + (ForecastSentence.of(analysis, outlook) + "\n" + estimate).strip();
        boolean isWritten = outlook.nextStep().isEmpty() && outlook.rules().hasBreakpoints();
        nextCall.explain(Texts.get("forecast-strip.hint-next-call") + all);
        hitRate.explain(Texts.format("forecast-strip.hint-hit-rate", outlook.series().calls().size()) + all);
        cost.explain(Texts.get("forecast-strip.hint-cost") + all);
        step.explain(Texts.get(isWritten ? "forecast-strip.hint-pays" : "forecast-strip.hint-step") + all);
    }

    private void showNext(Analysis analysis, Outlook outlook) {
        InputSplit next = outlook.next().split();
        Optional<CallForecast> steady = outlook.series().steady();
        boolean isFirst = next.cached() == 0 && next.written() > 0 && steady.isPresent();
        boolean isReused = isFirst && steady.get().split().cached() > 0;
        nextCaption.set(Texts.get(isReused ? "forecast-strip.first-call" : "forecast-strip.next-call"));
        String input = about(analysis, next.input());
        String reason = ForecastReasons.words(analysis, outlook);
        String suffix = isReused ? thenReads(analysis, steady.get().split())
                : isFirst ? "" : Texts.format("forecast-strip.of-cached", input);
        if (next.written() > 0 && !isFirst) {
            suffix += " · " + Texts.format("forecast-strip.writes", about(analysis, next.written()));
        }
        String value = isFirst
                ? Texts.format("forecast-strip.writes", about(analysis, next.written()))
                : about(analysis, next.cached());
        nextCall.show(value,
                reason.isEmpty() || isReused ? suffix : (suffix + " · " + reason).strip(),
                Tone.PLAIN);
    }

    private static String thenReads(Analysis analysis, InputSplit later) {
        return Texts.format("forecast-strip.then-reads", about(analysis, later.cached()),
                about(analysis, later.input()));
    }

    private void showHitRate(Analysis analysis, Outlook outlook) {
        SeriesForecast series = outlook.series();
        int rows = series.calls().size();
        hitRateCaption.set(rows < 2 ? Texts.get("forecast-strip.hit-rate")
                : Texts.format(analysis.rows() < 2 && analysis.comparison().isPresent()
                        ? "forecast-strip.hit-rate-of-two"
                        : "forecast-strip.hit-rate-over", rows));
        if (rows < 2) {
            hitRate.showNone(Texts.get(analysis.isAssumed()
                    ? "forecast-strip.needs-request"
                    : "forecast-strip.needs-rows"));
        } else {
            hitRate.show(TokenWords.about(analysis, Numbers.percent(series.hitRate())),
                    outlook.isTooFast() ? tooFastWords(analysis, outlook)
                            : repeatWords(outlook) + cadenceWords(outlook.cadence()),
                    outlook.isTooFast() ? Tone.ADVICE : Tone.PLAIN);
        }
    }

    /// Calls that come too fast lose of what is read: where that is less than half, what else is lost is named first.
    private static String tooFastWords(Analysis analysis, Outlook outlook) {
        SeriesForecast series = outlook.series();
        String other = series.hitRate() < MUCH
                ? ForecastReasons.words(analysis, outlook, series.calls().getLast())
                : "";
        return other.isEmpty() ? Texts.get("forecast-strip.too-fast") : other;
    }

    /// More is read than the prefix that all rows share: what changes is the same in some of them.
    private static String repeatWords(Outlook outlook) {
        return outlook.series().calls().stream().anyMatch(CallForecast::isBeyondPrefix)
                ? Texts.get("forecast-strip.same-text") + " · " : "";
    }

    private static String cadenceWords(Cadence cadence) {
        double calls = cadence.callsAMinute();
        String pace = calls < FEW ? Numbers.decimal(calls) : Numbers.count(Math.round(calls));
        String words = cadence.parallel() > 1
                ? Texts.format("forecast-strip.at-cadence-together", pace, cadence.parallel())
                : Texts.format("forecast-strip.at-cadence", pace);
        return cadence.pauseAfter() == 0 ? words : words + Texts.get("forecast-strip.with-pauses");
    }

    /// The cost of a call in the steady state, beside that of the first one and the uncached cost.
    private void showCost(Analysis analysis, Outlook outlook) {
        Optional<Money> steady = outlook.series().steady().map(CallForecast::cost).orElse(outlook.next().cost());
        Optional<Money> plain = outlook.uncachedCost();
        if (steady.isEmpty() || plain.isEmpty()) {
            cost.showNone(Texts.get("forecast-strip.no-price"));
            return;
        }
        Optional<Money> first = outlook.series().calls().getFirst().cost();
        String suffix = outlook.series().calls().size() < 2 || first.map(ForecastFigures::money)
                .equals(plain.map(ForecastFigures::money))
                        ? Texts.format("forecast-strip.of-cost", money(plain.get()))
                        : Texts.format("forecast-strip.first-cost",
                                first.map(ForecastFigures::money).orElse(""),
                                money(plain.get()));
        cost.show(TokenWords.tight(analysis, money(steady.get())), suffix);
    }

    private void showStep(Analysis analysis, Outlook outlook) {
        int prefix = analysis.storedPrefix().tokens();
        OptionalInt next = outlook.rules().hasBreakpoints() ? outlook.rules().nextStep(prefix) : outlook.nextStep();
        boolean isWritten = next.isEmpty() && outlook.rules().hasBreakpoints();
        stepCaption.set(Texts.get(isWritten ? "forecast-strip.pays" : "forecast-strip.step"));
        if (isWritten) {
            showPays(outlook);
        } else if (next.isEmpty()) {
            step.showNone(Texts.get("forecast-strip.no-steps"));
        } else if (outlook.rules().threshold() == 0 && next.getAsInt() == prefix + 1) {
            step.showNone(Texts.get("forecast-strip.every-token"));
        } else {
            String key = prefix < outlook.rules().threshold() ? "forecast-strip.short-of" : "forecast-strip.step-at";
            int missing = next.getAsInt() - prefix;
            step.show(about(analysis, missing), Texts.format(key, missing, next.getAsInt()));
        }
    }

    /// From which call on writing has paid off, and what is saved then.
    private void showPays(Outlook outlook) {
        OptionalInt calls = outlook.economy().map(Economy::paysFrom).orElse(OptionalInt.empty());
        Optional<Money> steady = outlook.series().steady().flatMap(CallForecast::cost);
        if (outlook.cacheable() == 0 || calls.isEmpty() || steady.isEmpty() || outlook.uncachedCost().isEmpty()) {
            step.showNone(Texts.get(outlook.cacheable() == 0
                    ? "forecast-strip.never-pays"
                    : "forecast-strip.no-price"));
            return;
        }
        double share = (double) steady.get().picoDollars() / outlook.uncachedCost().get().picoDollars();
        step.show(Texts.format("forecast-strip.calls", calls.getAsInt()),
                Texts.format("forecast-strip.then-less", Math.round((1 - share) * 100)), Tone.GOOD);
    }

    private static String money(Money money) {
        return Numbers.money(money.dollars());
    }

    private static String about(Analysis analysis, long tokens) {
        return TokenWords.brief(analysis.isExact(), tokens);
    }

    FigureText nextCall() {
        return nextCall;
    }

    FigureText hitRate() {
        return hitRate;
    }

    FigureText cost() {
        return cost;
    }

    FigureText step() {
        return step;
    }

    ReadOnlyStringProperty nextCaption() {
        return nextCaption.getReadOnlyProperty();
    }

    ReadOnlyStringProperty hitRateCaption() {
        return hitRateCaption.getReadOnlyProperty();
    }

    ReadOnlyStringProperty stepCaption() {
        return stepCaption.getReadOnlyProperty();
    }
}
