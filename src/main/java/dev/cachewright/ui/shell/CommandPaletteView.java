package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.KeyHint;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// A list of all commands, to be searched by typing.
public final class CommandPaletteView {

    private final CommandPaletteViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private StackPane root;
    @FXML
    private TextField query;
    @FXML
    private ListView<Command> list;

    CommandPaletteView(CommandPaletteViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        query.textProperty().bindBidirectional(model.queryProperty());
        list.setItems(model.found());
        list.setCellFactory(view -> new CommandCell());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> runSelected());
        subscriptions.add(model.found().subscribe(() -> list.getSelectionModel().selectFirst()));
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

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 4));
    }

    private void runSelected() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            chosen.run();
        }
    }

    void open() {
        model.restart();
        root.setVisible(true);
        list.getSelectionModel().selectFirst();
        query.requestFocus();
    }

    @FXML
    void close() {
        root.setVisible(false);
    }

    boolean isOpen() {
        return root.isVisible();
    }

    public CommandPaletteViewModel getModel() {
        return model;
    }

    /// A command with its keys at the right.
    private static final class CommandCell extends ListCell<Command> {

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            boolean isShown = !empty && command != null;
            setText(isShown ? command.title() : null);
            setContentDisplay(ContentDisplay.RIGHT);
            setGraphic(isShown && !command.keys().isEmpty() ? new KeyHint(command.keyNames()) : null);
        }
    }
}
