package dev.cachewright.ui.changes;

import dev.cachewright.ui.fx.FileDrop;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Says above the blocks what is known of what changes. A file that is dropped on it is compared.
public final class ChangesView {

    private final ChangesViewModel model;
    private final ObservableValue<Boolean> selected;
    private final Consumer<String> commands;
    private final Consumer<Path> compare;

    @FXML
    private VBox root;
    @FXML
    private Button makeVariable;

    /// @param selected whether some text of a block is selected
    /// @param commands does what a command does, by its id
    /// @param compare compares with the request in a file
    public ChangesView(ChangesViewModel model, ObservableValue<Boolean> selected, Consumer<String> commands,
            Consumer<Path> compare) {
        this.model = model;
        this.selected = selected;
        this.commands = commands;
        this.compare = compare;
    }

    @FXML
    private void initialize() {
        FileDrop.install(root, files -> files.stream().findFirst().ifPresent(compare));
        makeVariable.disableProperty().bind(selected.map(isSelected -> !isSelected));
    }

    @FXML
    private void compare() {
        commands.accept("compare-request");
    }

    @FXML
    private void drop() {
        commands.accept("drop-comparison");
    }

    @FXML
    private void loadValues() {
        commands.accept("load-values");
    }

    @FXML
    private void makeVariable() {
        commands.accept("make-variable");
    }

    @FXML
    private void makeVariables() {
        model.makeVariables();
    }

    @FXML
    private void sortTools() {
        model.sortTools();
    }

    public ChangesViewModel getModel() {
        return model;
    }
}
