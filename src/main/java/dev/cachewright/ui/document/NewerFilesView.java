package dev.cachewright.ui.document;

import javafx.fxml.FXML;

/// Says that a file has changed on disk, with what can be done about it.
public final class NewerFilesView {

    private final NewerFilesViewModel model;

    public NewerFilesView(NewerFilesViewModel model) {
        this.model = model;
    }

    @FXML
    private void reload() {
        model.reload();
    }

    @FXML
    private void compare() {
        model.compare();
    }

    @FXML
    private void keepMine() {
        model.keepMine();
    }

    public NewerFilesViewModel getModel() {
        return model;
    }
}
