package dev.cachewright.ui.shell;

import dev.cachewright.ui.kit.KeyHint;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// All keys at a glance.
public final class KeysView {

    private final KeysViewModel model;

    @FXML
    private GridPane grid;

    KeysView(KeysViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        int row = 0;
        for (Command command : model.withKeys()) {
            grid.addRow(row++, new Label(command.title()), new KeyHint(command.keyNames()));
        }
    }

    public KeysViewModel getModel() {
        return model;
    }
}
