package dev.cachewright.ui.advice;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Gain;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.AdviceModel;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.words.AdviceWords;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// All advice on the prompt, and a look at what all of it would make of the prompt.
public final class AdviceViewModel {

    /// Lines around a change that are shown with it.
    private static final int AROUND = 2;

    private final AdviceModel model;
    private final AnalysisModel analysis;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper all = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper arranged = new ReadOnlyStringWrapper("");
    private Runnable shown = () -> {
        // Nothing is shown.
    };
    private final ReadOnlyBooleanWrapper assumed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper previewing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<LineDifference> difference = new ReadOnlyObjectWrapper<>(
            new LineDifference(List.of()));

    public AdviceViewModel(AdviceModel model, AnalysisModel analysis) {
        this.model = model;
        this.analysis = analysis;
        subscriptions.add(model.givenProperty().subscribe(this::show));
        subscriptions.add(analysis.analysisProperty()
                .subscribe(now -> assumed.set(now.filter(Analysis::isAssumed).isPresent())));
    }

    /// One piece of advice in words.
    ///
    /// @param details where it is and why
    /// @param action words of its button; empty where no edit mends it
    /// @param source its rule, how sure it is, and the page that says so
    record Row(Advice advice, String title, String gain, String details, String action, String source) {

        static Row of(Advice advice, Prompt prompt) {
            return new Row(advice, AdviceWords.title(advice), AdviceWords.gain(advice),
                    Texts.format("advice-tab.details", AdviceWords.place(advice, prompt), AdviceWords.why(advice)),
                    advice.fix().isPresent() ? Texts.get("advice-tab.apply") : "",
                    Texts.format("advice-tab.source", advice.rule().id(),
                            Texts.get("advice-tab." + advice.confidence().word()), advice.source()));
        }
    }

    private void show(AdviceModel.Given given) {
        rows.set(given.advice().stream().map(advice -> Row.of(advice, given.prompt())).toList());
        List<String> own = analysis.ownFields();
        all.set(given.plan().map(plan -> Texts.format("advice-tab.all", plan.taken().size(), words(plan.gain()))
                + (own.isEmpty() ? "" : " " + Texts.format("own-fields.note", FewWords.list(own)))).orElse(""));
        arranged.set(given.layout().map(layout -> Texts.format("advice-tab.arrange", words(layout.gain()),
                Texts.get(layout.isProven() ? "advice-tab.best" : "advice-tab.best-found"))).orElse(""));
        empty.set(given.advice().isEmpty());
        previewing.set(false);
    }

    private static String words(Gain gain) {
        String rates = Texts.format("advice-tab.rates", Numbers.percent(gain.before().hitRate()),
                Numbers.percent(gain.after().hitRate()));
        Optional<String> costs = gain.before().costPerCall().flatMap(before -> gain.after().costPerCall()
                .map(after -> Texts.format("advice-tab.costs", Numbers.money(before.dollars()),
                        Numbers.money(after.dollars()))));
        return costs.map(cost -> rates + ", " + cost).orElse(rates);
    }

    /// Shows what all advice would make of the prompt.
    void preview() {
        model.getGiven().plan().ifPresent(plan -> preview(plan.result(), model::applyAll));
    }

    /// Shows the best layout of the prompt.
    void previewLayout() {
        model.getGiven().layout().ifPresent(layout -> preview(layout.prompt(), model::arrange));
    }

    private void preview(Prompt result, Runnable apply) {
        difference.set(LineDifference.of(PromptLines.of(model.getGiven().prompt()), PromptLines.of(result))
                .around(AROUND));
        shown = apply;
        previewing.set(true);
    }

    void leavePreview() {
        previewing.set(false);
    }

    /// Makes the edits that are shown.
    void applyShown() {
        previewing.set(false);
        shown.run();
    }

    void apply(Advice advice) {
        model.apply(advice);
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What all advice brings together; empty where that is nothing.
    public ReadOnlyStringProperty allProperty() {
        return all.getReadOnlyProperty();
    }

    public String getAll() {
        return all.get();
    }

    /// What the best layout brings; empty where that is nothing.
    public ReadOnlyStringProperty arrangedProperty() {
        return arranged.getReadOnlyProperty();
    }

    public String getArranged() {
        return arranged.get();
    }

    /// Whether one request is all that is known.
    public ReadOnlyBooleanProperty assumedProperty() {
        return assumed.getReadOnlyProperty();
    }

    public boolean isAssumed() {
        return assumed.get();
    }

    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    /// Whether the changes of all advice are shown instead of the list.
    public ReadOnlyBooleanProperty previewingProperty() {
        return previewing.getReadOnlyProperty();
    }

    public boolean isPreviewing() {
        return previewing.get();
    }

    /// The lines that all advice would change.
    ReadOnlyObjectProperty<LineDifference> differenceProperty() {
        return difference.getReadOnlyProperty();
    }
}
