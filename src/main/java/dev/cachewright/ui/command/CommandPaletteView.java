package dev.cachewright.ui.command;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.KeyHint;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A list of all commands, to be searched by typing.
public final class CommandPaletteView {

    private final CommandPaletteViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private Optional<Node> before = Optional.empty();

    @FXML
    private StackPane root;
    @FXML
    private TextField query;
    @FXML
    private ListView<Command> list;

    public CommandPaletteView(CommandPaletteViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        query.textProperty().bindBidirectional(model.queryProperty());
        list.setItems(model.found());
        // As high as what was found, one row at least, and the two borders.
        list.prefHeightProperty().bind(Bindings.max(1, Bindings.size(model.found()))
                .multiply(list.fixedCellSizeProperty()).add(2));
        list.setCellFactory(view -> new CommandCell());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> runSelected());
        // After the model, which hears of the query first, and so after the list has its new rows.
        subscriptions.add(model.queryProperty().subscribe(query -> selectFirst()));
        close();
    }

    private void press(KeyEvent event) {
        int last = model.found().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> runSelected();
            case DOWN -> select(Math.min(last, at + 1));
            case UP -> select(Math.max(0, at - 1));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void selectFirst() {
        if (model.found().isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().selectFirst();
        }
    }

    private void select(int index) {
        if (index >= 0 && index < model.found().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 4));
        }
    }

    /// What cannot be done now stays in sight, with its reason.
    private void runSelected() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.enabled().get()) {
            close();
            chosen.run();
        }
    }

    public void open() {
        before = Optional.ofNullable(root.getScene().getFocusOwner());
        model.restart();
        root.setVisible(true);
        selectFirst();
        query.requestFocus();
    }

    /// The focus goes back to where it was.
    @FXML
    void close() {
        root.setVisible(false);
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
    }

    public CommandPaletteViewModel getModel() {
        return model;
    }

    /// A command with its keys at the right, or the reason why it cannot be done now.
    private static final class CommandCell extends ListCell<Command> {

        private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            boolean isShown = !empty && command != null;
            setGraphic(isShown ? row(command) : null);
            boolean isAvailable = isShown && command.enabled().get();
            pseudoClassStateChanged(UNAVAILABLE, isShown && !isAvailable);
            setAccessibleText(isShown ? (command.title() + (isAvailable ? "" : ". " + command.reason().get())) : null);
        }

        private static HBox row(Command command) {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var row = new HBox(new Label(command.title()), gap);
            row.setAlignment(Pos.CENTER_LEFT);
            if (!command.enabled().get()) {
                var reason = new Label(command.reason().get());
                reason.getStyleClass().add("command-palette-reason");
                row.getChildren().add(reason);
            } else if (!command.keys().isEmpty()) {
                row.getChildren().add(new KeyHint(command.keyNames()));
            }
            return row;
        }
    }
}
