package dev.cachewright.ui.forecast;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.catalog.Money;
import dev.cachewright.ui.fx.Numbers;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Texts;
import dev.cachewright.ui.kit.Figure;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.kit.TokenWords;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The forecast as four figures. While a newer analysis is on its way the figures of the one before it stay.
public final class ForecastStripViewModel implements AutoCloseable {

    private final FigureText nextCall = new FigureText();
    private final FigureText hitRate = new FigureText();
    private final FigureText cost = new FigureText();
    private final FigureText step = new FigureText();
    private final ReadOnlyStringWrapper hitRateCaption = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final Subscriptions subscriptions = new Subscriptions();

    public ForecastStripViewModel(Workspace workspace) {
        AnalysisModel analysis = workspace.analysis();
        outdated.bind(Bindings.createBooleanBinding(
                () -> analysis.staleProperty().get() || analysis.problemProperty().get().isPresent(),
                analysis.staleProperty(), analysis.problemProperty()));
        subscriptions.add(analysis.analysisProperty().subscribe(now -> now.ifPresentOrElse(this::show, this::clear)));
    }

    private void clear() {
        showNothing("");
        hitRateCaption.set(Texts.get("forecast-strip.hit-rate"));
    }

    private void show(Analysis analysis) {
        analysis.outlook().ifPresentOrElse(outlook -> show(analysis, outlook), () -> {
            clear();
            showNothing(whyNone(analysis));
        });
    }

    private void explain(String words) {
        List.of(nextCall, hitRate, cost, step).forEach(figure -> figure.explain(words));
    }

    private void showNothing(String why) {
        explain("");
        nextCall.showNone(why);
        hitRate.showNone("");
        cost.showNone("");
        step.showNone("");
    }

    private void show(Analysis analysis, Outlook outlook) {
        showNext(analysis, outlook);
        showHitRate(analysis, outlook.series());
        showCost(analysis, outlook);
        showStep(analysis, outlook);
        explain(analysis.isExact() ? "" : TokenWords.full(analysis.total()) + ". " + TokenWords.why(analysis));
    }

    private static String whyNone(Analysis analysis) {
        String id = analysis.prompt().settings().model();
        if (id.isBlank()) {
            return Texts.get("forecast-strip.no-model");
        }
        return analysis.model().map(model -> Texts.format("forecast-strip.no-engine", model.cache().rules()))
                .orElseGet(() -> Texts.format("forecast-strip.unknown-model", id));
    }

    private void showNext(Analysis analysis, Outlook outlook) {
        CallForecast next = outlook.next();
        String suffix = Texts.format("forecast-strip.of-cached", about(analysis, next.split().input()));
        String reason = ForecastReasons.words(analysis, outlook);
        nextCall.show(about(analysis, next.split().cached()), reason.isEmpty() ? suffix : suffix + " · " + reason,
                ForecastReasons.isMiss(next.reason()) ? Figure.Tone.BAD : Figure.Tone.PLAIN);
    }

    private void showHitRate(Analysis analysis, SeriesForecast series) {
        int rows = series.calls().size();
        hitRateCaption.set(Texts.format("forecast-strip.hit-rate-over", rows));
        if (rows < 2) {
            hitRate.showNone(Texts.get("forecast-strip.needs-rows"));
        } else {
            hitRate.show(TokenWords.about(analysis, Numbers.percent(series.hitRate())),
                    Texts.get("forecast-strip.forecast"));
        }
    }

    /// The mean over the rows, a cold start included; of the next call where there is but one row.
    private void showCost(Analysis analysis, Outlook outlook) {
        int rows = outlook.series().calls().size();
        Optional<Money> with = rows < 2
                ? outlook.next().cost()
                : outlook.series().cost().map(sum -> sum.dividedBy(rows));
        Optional<Money> without = rows < 2
                ? outlook.uncachedCost()
                : outlook.series().uncachedCost().map(sum -> sum.dividedBy(rows));
        if (with.isEmpty() || without.isEmpty()) {
            cost.showNone(Texts.get("forecast-strip.no-price"));
        } else {
            cost.show(TokenWords.tight(analysis, Numbers.money(with.get().dollars())),
                    Texts.format("forecast-strip.of-cost",
                            Numbers.money(without.get().dollars())));
        }
    }

    private void showStep(Analysis analysis, Outlook outlook) {
        int prefix = analysis.prefixTokens().tokens();
        OptionalInt next = outlook.nextStep();
        if (next.isEmpty()) {
            boolean atBreakpoints = outlook.rules().threshold() > 0;
            step.showNone(Texts.get(atBreakpoints ? "forecast-strip.at-breakpoints" : "forecast-strip.no-steps"));
        } else if (outlook.rules().threshold() == 0 && next.getAsInt() == prefix + 1) {
            step.showNone(Texts.get("forecast-strip.every-token"));
        } else {
            String key = prefix < outlook.rules().threshold() ? "forecast-strip.short-of" : "forecast-strip.step-at";
            int missing = next.getAsInt() - prefix;
            step.show(about(analysis, missing), Texts.format(key, missing, next.getAsInt()));
        }
    }

    /// Nothing is nothing, however it is counted.
    private static String about(Analysis analysis, long tokens) {
        return tokens == 0 ? Numbers.count(0) : TokenWords.about(analysis, Numbers.count(tokens));
    }

    public FigureText getNextCall() {
        return nextCall;
    }

    public FigureText getHitRate() {
        return hitRate;
    }

    public FigureText getCost() {
        return cost;
    }

    public FigureText getStep() {
        return step;
    }

    public ReadOnlyStringProperty hitRateCaptionProperty() {
        return hitRateCaption.getReadOnlyProperty();
    }

    public String getHitRateCaption() {
        return hitRateCaption.get();
    }

    /// Whether the figures are those of an older state of the prompt.
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
