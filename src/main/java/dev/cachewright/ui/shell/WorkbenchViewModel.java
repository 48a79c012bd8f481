package dev.cachewright.ui.shell;

import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The window as a whole.
public final class WorkbenchViewModel {

    private final ObservableValue<Boolean> open;
    private final ObservableValue<Boolean> atStart;
    private final ObservableValue<String> title;
    private final ObservableValue<Integer> advice;
    private final StringProperty tab = new SimpleStringProperty("session");

    /// @param reading whether a prompt is being read
    /// @param advice how much advice there is
    public WorkbenchViewModel(PromptModel prompt, ObservableValue<Boolean> reading, ObservableValue<Integer> advice) {
        this.advice = advice;
        this.open = prompt.documentProperty().map(document -> document.isPresent());
        this.atStart = Bindings.createBooleanBinding(() -> !open.getValue() && !reading.getValue(), open, reading);
        this.title = prompt.documentProperty().map(document -> document.map(PromptDocument::name)
                .map(name -> Texts.format("workbench.file-title", name)).orElse(Texts.get("workbench.title")));
    }

    /// Whether a prompt is open.
    ObservableValue<Boolean> openProperty() {
        return open;
    }

    /// Whether nothing is open or on its way: the start page is there.
    ObservableValue<Boolean> atStartProperty() {
        return atStart;
    }

    /// The key of the tab at the right that is in front.
    StringProperty tabProperty() {
        return tab;
    }

    /// How much advice there is.
    ObservableValue<Integer> adviceProperty() {
        return advice;
    }

    public ObservableValue<String> titleProperty() {
        return title;
    }
}
