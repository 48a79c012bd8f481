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

    private final ObservableValue<Start> start;
    private final ObservableValue<String> title;
    private final ObservableValue<Integer> advice;
    private final StringProperty tab = new SimpleStringProperty("session");

    /// @param reading whether a prompt is being read
    /// @param wanted whether the session is to be seen, with a prompt or without
    /// @param advice how much advice there is
    public WorkbenchViewModel(PromptModel prompt, ObservableValue<Boolean> reading, ObservableValue<Boolean> wanted,
            ObservableValue<Integer> advice) {
        this.advice = advice;
        this.start = Bindings.createObjectBinding(() -> {
            if (prompt.getDocument().isPresent()) {
                return Start.AWAY;
            }
            return wanted.getValue() ? Start.BESIDE : reading.getValue() ? Start.EMPTY : Start.WHOLE;
        }, prompt.documentProperty(), wanted, reading);
        this.title = prompt.documentProperty().map(document -> document.map(PromptDocument::name)
                .map(name -> Texts.format("workbench.file-title", name)).orElse(Texts.get("workbench.title")));
    }

    /// Where the start page is.
    enum Start {
        /// Nothing is open.
        WHOLE,
        /// Nothing is open, and the session is looked at: in the place of the blocks.
        BESIDE,
        /// A prompt is on its way.
        EMPTY,
        /// A prompt is open.
        AWAY;

        boolean isShown() {
            return this == WHOLE || this == BESIDE;
        }

        /// Whether the blocks, or what stands in their place, and the panes beside them are seen.
        boolean leavesRoom() {
            return this == BESIDE || this == AWAY;
        }
    }

    ObservableValue<Start> startProperty() {
        return start;
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
