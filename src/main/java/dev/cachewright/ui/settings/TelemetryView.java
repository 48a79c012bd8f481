package dev.cachewright.ui.settings;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Asks where figures of calls are sent to, and says what is sent.
public final class TelemetryView implements AutoCloseable {

    private final TelemetryViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private TextField address;
    @FXML
    private Label problem;

    public TelemetryView(TelemetryViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        address.textProperty().bindBidirectional(model.addressProperty());
        subscriptions.add(model.problemProperty().subscribe(words -> Views.setShown(problem, !words.isEmpty())));
    }

    public TelemetryViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
