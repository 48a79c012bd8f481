package dev.cachewright.ui.request;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The request tab.
public final class RequestView implements AutoCloseable {

    @FXML
    private ReadOnlyText json;

    private final RequestViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    public RequestView(RequestViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        subscriptions.add(model.bodyProperty().subscribe(body -> json.show(body.json(), body.cachedLength())));
    }

    @FXML
    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.bodyProperty().get().json()));
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
