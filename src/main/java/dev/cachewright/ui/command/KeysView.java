package dev.cachewright.ui.command;

import dev.cachewright.ui.kit.KeyHint;
import dev.cachewright.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// All keys at a glance.
public final class KeysView {

    private final KeysViewModel model;

    @FXML
    private GridPane grid;

    public KeysView(KeysViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        int row = 0;
        for (Command command : model.withKeys()) {
            grid.addRow(row++, title(command.title()), new KeyHint(command.keyNames()));
        }
        // The window takes this key only while a call runs, so that no command owns it.
        grid.addRow(row, title(Texts.get("command.stop")), new KeyHint(Texts.get("header.stop-key")));
    }

    private static Label title(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    public KeysViewModel getModel() {
        return model;
    }
}
