package dev.cachewright.ui.forecast;

import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Expectation;
import dev.cachewright.advice.Gain;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.workspace.AdviceModel;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The forecast as four figures. While a newer analysis is on its way the figures of the one before it stay.
public final class ForecastStripViewModel implements AutoCloseable {

    private final ForecastFigures figures = new ForecastFigures();
    private final CadenceViewModel cadence;
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final AnalysisModel source;
    private final InstantSource clock;
    private final ReadOnlyStringWrapper own = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warm = new ReadOnlyStringWrapper("");
    private Optional<Expectation> assumed = Optional.empty();
    private Optional<Gain> gain = Optional.empty();
    private Optional<Analysis> latest = Optional.empty();
    private Optional<Warmth> warmth = Optional.empty();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param clock of the calls
    public ForecastStripViewModel(AnalysisModel analysis, InstantSource clock) {
        this.source = analysis;
        this.clock = clock;
        cadence = new CadenceViewModel(analysis);
        outdated.bind(Bindings.createBooleanBinding(
                () -> analysis.staleProperty().get() || analysis.problemProperty().get().isPresent(),
                analysis.staleProperty(), analysis.problemProperty()));
        subscriptions.add(analysis.analysisProperty().subscribe(now -> now.ifPresentOrElse(this::show, this::clear)));
    }

    /// Says from now on what advice would bring.
    public void advise(AdviceModel advice) {
        subscriptions.add(advice.givenProperty().subscribe(given -> {
            assumed = given.now();
            gain = given.plan().map(Advisor.Plan::gain).filter(Gain::isGain);
            latest.ifPresent(this::show);
        }));
    }

    private void clear() {
        latest = Optional.empty();
        figures.showNothing("");
        own.set("");
        warmth = Optional.empty();
        tick();
    }

    /// Counts down; to be called each second.
    public void tick() {
        warm.set(warmth.map(known -> known.words(clock.instant())).orElse(""));
    }

    private void show(Analysis analysis) {
        latest = Optional.of(analysis);
        analysis.outlook().ifPresentOrElse(outlook -> figures.show(analysis, outlook),
                () -> figures.showNothing(whyNone(analysis)));
        boolean isSingle = analysis.rows() < 2 && analysis.comparison().isEmpty() && analysis.outlook().isPresent();
        // Until there is a new figure the last one stays: it flickers less than none.
        assumed.filter(_ -> isSingle).ifPresent(known -> figures.showAssumed(analysis, known));
        List<String> differing = source.ownFields();
        own.set(analysis.outlook().isEmpty() || differing.isEmpty() ? ""
                : Texts.format("own-fields.note", FewWords.list(differing)));
        gain.ifPresent(sum -> figures.showAdvised(sum, differing));
        warmth = analysis.outlook().flatMap(Warmth::of);
        tick();
    }

    private static String whyNone(Analysis analysis) {
        String id = analysis.prompt().settings().model();
        return id.isBlank()
                ? Texts.get("forecast-strip.no-model")
                : Texts.format("forecast-strip.unknown-model", id);
    }

    /// How the calls of the series follow each other.
    CadenceViewModel getCadence() {
        return cadence;
    }

    public FigureText getNextCall() {
        return figures.nextCall();
    }

    public FigureText getHitRate() {
        return figures.hitRate();
    }

    public FigureText getCost() {
        return figures.cost();
    }

    public FigureText getStep() {
        return figures.step();
    }

    public ReadOnlyStringProperty nextCaptionProperty() {
        return figures.nextCaption();
    }

    public String getNextCaption() {
        return figures.nextCaption().get();
    }

    public ReadOnlyStringProperty stepCaptionProperty() {
        return figures.stepCaption();
    }

    public String getStepCaption() {
        return figures.stepCaption().get();
    }

    public ReadOnlyStringProperty hitRateCaptionProperty() {
        return figures.hitRateCaption();
    }

    public String getHitRateCaption() {
        return figures.hitRateCaption().get();
    }

    /// How long the cache stays warm, and what is paid after that; empty where nothing is warm.
    public ReadOnlyStringProperty warmProperty() {
        return warm.getReadOnlyProperty();
    }

    public String getWarm() {
        return warm.get();
    }

    /// In what the calls differ beside the text of their rows, so that no figure knows of it; empty where in nothing.
    public ReadOnlyStringProperty ownProperty() {
        return own.getReadOnlyProperty();
    }

    public String getOwn() {
        return own.get();
    }

    /// Whether the figures are those of an older state of the prompt.
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
        cadence.close();
    }
}
