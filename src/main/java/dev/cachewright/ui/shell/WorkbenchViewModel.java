package dev.cachewright.ui.shell;

import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.fx.Texts;
import dev.cachewright.ui.workspace.Workspace;
import javafx.beans.value.ObservableValue;

/// The window as a whole.
public final class WorkbenchViewModel {

    private final ObservableValue<Boolean> open;
    private final ObservableValue<String> title;

    public WorkbenchViewModel(Workspace workspace) {
        this.open = workspace.prompt().documentProperty().map(document -> document.isPresent());
        this.title = workspace.prompt().documentProperty().map(document -> document.map(PromptDocument::name)
                .map(name -> Texts.format("workbench.file-title", name)).orElse(Texts.get("workbench.title")));
    }

    /// Whether a prompt is open.
    ObservableValue<Boolean> openProperty() {
        return open;
    }

    public ObservableValue<String> titleProperty() {
        return title;
    }
}
