package dev.cachewright.ui.changes;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Comparison;
import dev.cachewright.format.body.ToolOrder;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.VariableEdits;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.Tone;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What is known of what changes from call to call, in a sentence, and what is on offer to know more or to mend it.
public final class ChangesViewModel {

    private final PromptModel prompt;
    private final AnalysisModel analysis;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper makeText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper assumed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper valuesWanted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sortable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);
    private final ChangesWords words;
    private List<Stretch> stretches = List.of();

    public ChangesViewModel(PromptModel prompt, AnalysisModel analysis) {
        this.prompt = prompt;
        this.analysis = analysis;
        this.words = new ChangesWords(prompt);
        subscriptions.add(analysis.analysisProperty().subscribe(this::show));
        subscriptions.add(prompt.draftProperty().subscribe(draft -> {
            if (draft.document().isEmpty()) {
                show(Optional.empty());
            }
        }));
    }

    private void show(Optional<Analysis> now) {
        Optional<Comparison> comparison = now.flatMap(Analysis::comparison);
        comparing.set(comparison.isPresent());
        assumed.set(now.filter(Analysis::isAssumed).isPresent());
        Optional<Analysis> withoutValues = now.filter(done -> done.rows() < 2 && comparison.isEmpty()
                && !done.variables().used().isEmpty());
        valuesWanted.set(withoutValues.isPresent() || assumed.get());
        List<Stretch> guesses = now.map(done -> done.evidence().guesses()).orElse(List.of());
        stretches = comparison.map(found -> found.changes().stream().map(change -> new Stretch(change.blockId(),
                change.start(), change.end())).filter(each -> VariableEdits.canMake(now.get().prompt(), each)).toList())
                .orElse(guesses);
        makeText.set(stretches.isEmpty() ? "" : Texts.format("changes.make", stretches.size()));
        tone.set(stretches.isEmpty() && comparison.filter(found -> !found.changes().isEmpty()).isEmpty() ? Tone.PLAIN
                : Tone.ADVICE);
        sortable.set(comparison.filter(found -> words.isToolOrder(now.get(), found)).isPresent());
        text.set(comparison.map(found -> words.of(now.get(), found, sortable.get()))
                .or(() -> withoutValues.map(ChangesWords::ofValues))
                .orElseGet(() -> assumed.get() && guesses.isEmpty() ? Texts.get("changes.assumed") : ""));
    }

    /// Puts a variable in each place that differs.
    public void makeVariables() {
        Optional<Analysis> now = analysis.getAnalysis();
        if (now.filter(done -> done.prompt().equals(prompt.getPrompt())).isPresent()) {
            Prompt before = prompt.getPrompt();
            List<Comparison.Change> changes = now.flatMap(Analysis::comparison).map(Comparison::changes)
                    .orElse(List.of());
            prompt.edit(VariableEdits.make(before, stretches));
            if (!changes.isEmpty() && prompt.getValues().rows().isEmpty()) {
                prompt.useRows(ComparedRows.of(before, prompt.getPrompt(), changes));
            }
        }
    }

    /// Sorts the tools by name, here and in the second request.
    public void sortTools() {
        ChangesWords.tools(prompt.getPrompt()).ifPresent(block -> prompt.edit(prompt.getPrompt().with(block.id(),
                old -> old.withText(ToolOrder.byName(old.text())))));
    }

    /// What is assumed or found; empty where there is nothing to say.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public String getText() {
        return text.get();
    }

    /// The words of the button that makes variables; empty where none can be made.
    public ReadOnlyStringProperty makeTextProperty() {
        return makeText.getReadOnlyProperty();
    }

    public String getMakeText() {
        return makeText.get();
    }

    /// Whether there is something to mend, or nothing but something to know.
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public Tone getTone() {
        return tone.get();
    }

    /// Whether a second request is there.
    public ReadOnlyBooleanProperty comparingProperty() {
        return comparing.getReadOnlyProperty();
    }

    public boolean isComparing() {
        return comparing.get();
    }

    /// Whether nothing shows what changes.
    public ReadOnlyBooleanProperty assumedProperty() {
        return assumed.getReadOnlyProperty();
    }

    public boolean isAssumed() {
        return assumed.get();
    }

    /// Whether rows of values would make it known.
    public ReadOnlyBooleanProperty valuesWantedProperty() {
        return valuesWanted.getReadOnlyProperty();
    }

    public boolean isValuesWanted() {
        return valuesWanted.get();
    }

    /// Whether the tools come in another order.
    public ReadOnlyBooleanProperty sortableProperty() {
        return sortable.getReadOnlyProperty();
    }

    public boolean isSortable() {
        return sortable.get();
    }
}
