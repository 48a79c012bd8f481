package dev.cachewright.ui.editor;

import dev.cachewright.ui.fx.Subscriptions;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The bar that finds text in the blocks.
public final class FindBarView {

    private final FindBarViewModel model;
    private final Consumer<FindBarViewModel.Hit> reveal;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private HBox root;
    @FXML
    private TextField query;

    FindBarView(FindBarViewModel model, Consumer<FindBarViewModel.Hit> reveal) {
        this.model = model;
        this.reveal = reveal;
    }

    @FXML
    private void initialize() {
        query.textProperty().bindBidirectional(model.queryProperty());
        subscriptions.add(model.queryProperty().subscribe((before, now) -> model.restart()));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        close();
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    void open() {
        root.setVisible(true);
        root.setManaged(true);
        query.requestFocus();
        query.selectAll();
    }

    @FXML
    private void close() {
        root.setVisible(false);
        root.setManaged(false);
    }

    @FXML
    private void next() {
        step(1);
    }

    @FXML
    private void previous() {
        step(-1);
    }

    private void step(int direction) {
        model.step(direction).ifPresent(reveal);
    }

    public FindBarViewModel getModel() {
        return model;
    }
}
