package dev.cachewright.ui.watch;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.workspace.WatchSetup.Target;
import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/// Asks what is watched; while a watch goes on, shows the lines to copy.
public final class WatchView implements AutoCloseable {

    private final WatchViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private VBox root;
    @FXML
    private VBox form;
    @FXML
    private RadioButton all;
    @FXML
    private RadioButton simulator;
    @FXML
    private RadioButton server;
    @FXML
    private TextField baseUrl;
    @FXML
    private TextField port;
    @FXML
    private CheckBox withoutTexts;
    @FXML
    private Button start;
    @FXML
    private VBox running;
    @FXML
    private AddressGrid settings;
    @FXML
    private AddressGrid baseUrls;

    public WatchView(WatchViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var group = new ToggleGroup();
        var targets = new EnumMap<Target, RadioButton>(
                Map.of(Target.ALL, all, Target.SIMULATOR, simulator, Target.SERVER, server));
        targets.forEach((target, button) -> {
            button.setToggleGroup(group);
            subscriptions.add(button.selectedProperty().subscribe((_, isSelected) -> {
                if (isSelected) {
                    model.targetProperty().set(target);
                }
            }));
        });
        subscriptions.add(model.targetProperty().subscribe(target -> {
            targets.get(target).setSelected(true);
            baseUrl.setDisable(target != Target.SERVER);
        }));
        baseUrl.textProperty().bindBidirectional(model.baseUrlProperty());
        port.textProperty().bindBidirectional(model.portProperty());
        withoutTexts.selectedProperty().bindBidirectional(model.withoutTextsProperty());
        subscriptions.add(model.startableProperty().subscribe(isStartable -> start.setDisable(!isStartable)));
        subscriptions.add(model.watchingProperty().subscribe(now -> show(now.isPresent())));
    }

    /// The keyboard is at the first question, once the dialog is there.
    public void focusFirst() {
        UiThread.later(all::requestFocus);
    }

    private void show(boolean isWatching) {
        settings.show(model.settings(), WatchView::copy);
        baseUrls.show(model.baseUrls(), WatchView::copy);
        start.setDefaultButton(!isWatching);
        Views.setShown(form, !isWatching);
        Views.setShown(running, isWatching);
        // The dialog is as high as what it shows.
        UiThread.later(() -> {
            if (root.getScene() != null && root.getScene().getWindow() != null) {
                root.getScene().getWindow().sizeToScene();
            }
        });
    }

    private static void copy(String line) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, line));
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    public WatchViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
