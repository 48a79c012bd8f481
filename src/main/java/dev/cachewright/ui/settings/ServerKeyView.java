package dev.cachewright.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;

/// The key of a profile: it is entered here, and never shown again.
public final class ServerKeyView {

    private final ServerKeyViewModel model;

    @FXML
    private PasswordField typed;
    @FXML
    private Button set;
    @FXML
    private Button remove;

    ServerKeyView(ServerKeyViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.disableProperty().bind(model.lockedProperty());
        set.disableProperty().bind(model.lockedProperty().or(model.typedProperty().isEmpty()));
        remove.disableProperty().bind(model.lockedProperty().or(model.removableProperty().not()));
    }

    @FXML
    private void set() {
        if (!set.isDisabled()) {
            model.set();
        }
    }

    @FXML
    private void setInFile() {
        model.setInFile();
    }

    @FXML
    private void remove() {
        model.remove();
    }

    public ServerKeyViewModel getModel() {
        return model;
    }
}
