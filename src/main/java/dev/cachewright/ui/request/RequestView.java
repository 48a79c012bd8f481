package dev.cachewright.ui.request;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import java.util.Map;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The request tab.
public final class RequestView implements AutoCloseable {

    @FXML
    private ReadOnlyText json;

    private final RequestViewModel model;
    private final Consumer<String> commands;
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param commands does a command by its id
    public RequestView(RequestViewModel model, Consumer<String> commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        subscriptions.add(model.bodyProperty().subscribe(body -> json.show(body.json(), body.cachedLength())));
    }

    @FXML
    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.bodyProperty().get().json()));
    }

    @FXML
    private void copyAs(ActionEvent event) {
        commands.accept(((MenuItem) event.getSource()).getId());
    }

    public RequestViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
