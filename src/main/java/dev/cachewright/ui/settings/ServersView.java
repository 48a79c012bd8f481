package dev.cachewright.ui.settings;

import dev.cachewright.provider.Presets;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Hint;
import dev.cachewright.words.Texts;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/// Servers at the left, the one that is chosen at the right.
public final class ServersView {

    private final ServersViewModel model;
    private final Predicate<String> confirms;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private ListView<String> list;
    @FXML
    private MenuButton add;
    @FXML
    private Button remove;
    @FXML
    private VBox details;
    @FXML
    private Button save;
    @FXML
    private ComboBox<String> trialModel;

    /// @param confirms asks before a server is removed
    public ServersView(ServersViewModel model, Predicate<String> confirms) {
        this.model = model;
        this.confirms = confirms;
    }

    @FXML
    private void initialize() {
        list.setItems(model.names());
        list.setCellFactory(_ -> new NameCell());
        subscriptions.add(model.selectedProperty().subscribe(name -> list.getSelectionModel().select(name)));
        subscriptions.add(list.getSelectionModel().selectedItemProperty().subscribe(name -> {
            if (name != null && !name.equals(model.selectedProperty().get())) {
                saveUnsaved();
                model.selectedProperty().set(name);
            }
        }));
        Presets.all().forEach(preset -> add.getItems().add(item(preset.name(), () -> model.add(preset))));
        add.getItems().add(new SeparatorMenuItem());
        add.getItems().add(item(Texts.get("servers.blank"), model::addBlank));
        details.getChildren().add(0, Views.load(new ServerFormView(model.form())).root());
        details.getChildren().add(2, Views.load(new ServerKeyView(model.key())).root());
        save.disableProperty().bind(model.form().savableProperty().not());
        remove.disableProperty().bind(model.removableProperty().not());
        trialModel.setItems(model.trial().models());
        trialModel.valueProperty().bindBidirectional(model.trial().modelProperty());
        // What is typed counts without Enter.
        subscriptions
                .add(trialModel.getEditor().textProperty().subscribe((before, text) -> model.trial().modelProperty()
                        .set(text == null ? "" : text)));
    }

    private MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            saveUnsaved();
            action.run();
        });
        return item;
    }

    /// Keeps what was typed and not saved, where the user wants that.
    public void saveUnsaved() {
        if (model.hasUnsaved() && confirms.test("save")) {
            model.save();
        }
    }

    @FXML
    private void duplicate() {
        model.duplicate();
    }

    @FXML
    private void remove() {
        if (confirms.test("remove")) {
            model.remove();
        }
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void listModels() {
        model.list();
    }

    @FXML
    private void test() {
        model.test();
    }

    public ServersViewModel getModel() {
        return model;
    }

    /// A name, in full as a hint where there is no room for it.
    private static final class NameCell extends ListCell<String> {

        private NameCell() {
            setPrefWidth(0);
            Hint.setOf(this, Hint.Source.TEXT);
        }

        @Override
        protected void updateItem(String name, boolean isEmpty) {
            super.updateItem(name, isEmpty);
            setText(isEmpty ? "" : name);
            setAccessibleText(isEmpty ? "" : name);
        }
    }
}
