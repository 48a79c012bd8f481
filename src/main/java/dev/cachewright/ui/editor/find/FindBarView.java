package dev.cachewright.ui.editor.find;

import dev.cachewright.ui.fx.Subscriptions;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The bar that finds text in the blocks.
public final class FindBarView {

    private final FindBarViewModel model;
    private final Consumer<Optional<FindBarViewModel.Hit>> reveal;
    private final BooleanSupplier leave;
    private final Subscriptions subscriptions = new Subscriptions();

    private Optional<Node> before = Optional.empty();

    @FXML
    private HBox root;
    @FXML
    private TextField query;

    /// @param reveal shows a hit, or none
    /// @param leave gives the focus to what was found; returns whether there was something
    public FindBarView(FindBarViewModel model, Consumer<Optional<FindBarViewModel.Hit>> reveal, BooleanSupplier leave) {
        this.model = model;
        this.reveal = reveal;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        query.textProperty().bindBidirectional(model.queryProperty());
        subscriptions.add(model.queryProperty().subscribe((was, now) -> reveal.accept(model.restart())));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        hide();
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

    public void open() {
        if (!root.isVisible()) {
            before = Optional.ofNullable(root.getScene().getFocusOwner());
        }
        root.setVisible(true);
        root.setManaged(true);
        query.requestFocus();
        query.selectAll();
    }

    @FXML
    private void close() {
        hide();
        model.leave();
        if (!leave.getAsBoolean()) {
            before.ifPresent(Node::requestFocus);
        }
    }

    private void hide() {
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
        reveal.accept(model.step(direction));
    }

    public FindBarViewModel getModel() {
        return model;
    }
}
