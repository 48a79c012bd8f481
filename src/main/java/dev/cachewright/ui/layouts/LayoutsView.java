package dev.cachewright.ui.layouts;

import dev.cachewright.ui.fx.FileDrop;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Layouts as a table, what parts the chosen one from the first, and the measurement.
public final class LayoutsView implements AutoCloseable {

    private final LayoutsViewModel model;
    private final Doors doors;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Parent root;
    @FXML
    private Parent empty;
    @FXML
    private ScrollPane result;
    @FXML
    private TableView<LayoutRow> table;
    @FXML
    private TextField name;
    @FXML
    private Button remove;
    @FXML
    private VBox parts;
    @FXML
    private Label said;
    @FXML
    private Button keep;
    @FXML
    private Button add;
    @FXML
    private Button measure;
    @FXML
    private Button use;

    public LayoutsView(LayoutsViewModel model, Doors doors) {
        this.model = model;
        this.doors = doors;
    }

    /// What the window does for the view.
    ///
    /// @param ask asks for a prompt file, and adds it
    /// @param add adds files
    /// @param confirms asks before a variant of this name, which is in no file, is removed
    public record Doors(Runnable ask, Consumer<List<Path>> add, Predicate<String> confirms) {
    }

    @FXML
    private void initialize() {
        FileDrop.install(root, doors.add());
        LayoutTable.connect(table, model, subscriptions);
        name.textProperty().bindBidirectional(model.nameProperty());
        subscriptions.add(name.focusedProperty().subscribe((was, isFocused) -> {
            if (was && !isFocused) {
                model.rename();
            }
        }));
        var difference = Views.load(new LayoutDifferenceView(model.difference()));
        var measuring = Views.load(new MeasureView(model.measure()));
        parts.getChildren().setAll(difference.root(), measuring.root());
        subscriptions.add(difference.view()::close);
        subscriptions.add(measuring.view()::close);
        // The button that begins it comes with the estimate.
        subscriptions.add(model.measure().estimateProperty().subscribe((before, now) -> {
            if (before.isEmpty() && now.isPresent()) {
                showEnd();
            }
        }));
        subscriptions.add(model.hintProperty().subscribe(this::show));
        subscriptions.add(model.chosenProperty().subscribe(row -> {
            boolean isVariant = row.flatMap(LayoutRow::variant).isPresent();
            List.of(name, remove, use).forEach(control -> control.setDisable(!isVariant));
        }));
        subscriptions.add(model.saidProperty().subscribe(words -> Views.setShown(said, !words.isEmpty())));
    }

    private void show(String hint) {
        Views.setShown(empty, !hint.isEmpty());
        Views.setShown(result, hint.isEmpty());
        measure.setDisable(!hint.isEmpty());
        List.of(keep, add).forEach(button -> button.setDisable(!model.hasPrompt()));
    }

    @FXML
    private void keep() {
        model.keep();
    }

    @FXML
    private void add() {
        doors.ask().run();
    }

    @FXML
    private void rename() {
        model.rename();
    }

    @FXML
    private void remove() {
        Optional<Variant> chosen = model.chosenProperty().get().flatMap(LayoutRow::variant);
        if (chosen.filter(each -> each.isFile() || doors.confirms().test(each.name())).isPresent()) {
            model.remove();
        }
    }

    @FXML
    private void measure() {
        model.measure().openProperty().set(true);
        showEnd();
    }

    /// Once it is known how high the content is.
    private void showEnd() {
        UiThread.nextFrame(() -> UiThread.later(() -> result.setVvalue(result.getVmax())));
    }

    @FXML
    private void use() {
        model.use();
    }

    public LayoutsViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
