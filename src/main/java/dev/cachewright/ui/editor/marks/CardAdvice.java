package dev.cachewright.ui.editor.marks;

import dev.cachewright.advice.Advice;
import dev.cachewright.words.AdviceWords;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The advice on one block, at its card: the most that is to be gained there.
public final class CardAdvice {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper(this, "action", "");
    private Runnable edit = () -> {
        // There is nothing to mend.
    };

    /// @param apply makes the edit of an advice
    public void show(Optional<Advice> advice, Consumer<Advice> apply) {
        text.set(advice.map(found -> AdviceWords.why(found)
                + (found.gain().isGain() ? " (" + AdviceWords.gain(found.gain()) + ")" : "")).orElse(""));
        action.set(advice.flatMap(Advice::fix).map(AdviceWords::button).orElse(""));
        edit = () -> advice.ifPresent(apply);
    }

    public void apply() {
        edit.run();
    }

    /// Why, and what it brings; empty where there is no advice.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public String getText() {
        return text.get();
    }

    /// The words of the edit; empty where none mends it.
    public ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }

    public String getAction() {
        return action.get();
    }
}
