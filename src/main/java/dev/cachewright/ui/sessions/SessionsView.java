package dev.cachewright.ui.sessions;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// The sessions as a table, with what can be done with the chosen one below it.
public final class SessionsView implements AutoCloseable {

    private final SessionsViewModel model;
    private final Doors doors;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private TextField search;
    @FXML
    private TableView<SessionRow> table;
    @FXML
    private TextField name;
    @FXML
    private Label said;
    @FXML
    private Button open;
    @FXML
    private Button rename;
    @FXML
    private Button delete;
    @FXML
    private Button compare;
    @FXML
    private Button export;

    /// @param doors out of the list
    public SessionsView(SessionsViewModel model, Doors doors) {
        this.model = model;
        this.doors = doors;
    }

    /// What the window does for the list.
    ///
    /// @param confirms asks before a session with this name is deleted
    /// @param compare shows the figures of the session with this id beside those of the one that is shown
    /// @param export writes the session with this id to a file, and says what became of it
    /// @param done closes the list
    public record Doors(Predicate<String> confirms, Consumer<String> compare,
            BiConsumer<String, Consumer<String>> export, Runnable done) {
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        SessionColumns.fill(table);
        table.setItems(model.rows());
        table.setPlaceholder(new Label());
        subscriptions.add(model.chosenProperty().subscribe(row -> row.ifPresentOrElse(
                each -> table.getSelectionModel().select(each), table.getSelectionModel()::clearSelection)));
        subscriptions.add(table.getSelectionModel().selectedItemProperty()
                .subscribe(row -> model.chosenProperty().set(Optional.ofNullable(row))));
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && !open.isDisabled()) {
                open();
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !open.isDisabled()) {
                key.consume();
                open();
            } else if (key.getCode() == KeyCode.DELETE && !delete.isDisabled()) {
                key.consume();
                delete();
            }
        });
        open.disableProperty().bind(model.openable().not());
        rename.disableProperty().bind(model.free().not());
        name.disableProperty().bind(model.free().not());
        delete.disableProperty().bind(model.free().not());
        compare.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        export.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        subscriptions.add(model.saidProperty().subscribe(words -> Views.setShown(said, !words.isEmpty())));
    }

    @FXML
    private void open() {
        model.open().onDone(done -> doors.done().run());
    }

    @FXML
    private void rename() {
        model.rename();
    }

    @FXML
    private void delete() {
        model.chosenProperty().get().filter(row -> doors.confirms().test(row.name())).ifPresent(row -> model.delete());
    }

    @FXML
    private void compare() {
        model.chosenProperty().get().ifPresent(row -> doors.compare().accept(row.session().id()));
    }

    @FXML
    private void export() {
        model.chosenProperty().get().ifPresent(row -> doors.export().accept(row.session().id(), model::say));
    }

    public SessionsViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
