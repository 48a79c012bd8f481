package dev.cachewright.ui.shell;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.words.RuleWords;
import dev.cachewright.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/// The form for a compatible server.
public final class AddServerView {

    private final AddServerViewModel model;

    @FXML
    private TextField baseUrl;
    @FXML
    private ComboBox<String> rules;
    @FXML
    private CheckBox sendsKey;

    AddServerView(AddServerViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        baseUrl.textProperty().bindBidirectional(model.baseUrlProperty());
        rules.getItems().setAll(AddServerViewModel.RULES);
        rules.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return RuleSet.of(name == null ? "" : name)
                        .map(known -> Texts.format("add-server.rule", RuleWords.of(known), name))
                        .orElseGet(() -> Texts.get("add-server.model-rules"));
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        sendsKey.selectedProperty().bindBidirectional(model.sendsKeyProperty());
        rules.valueProperty().bindBidirectional(model.rulesProperty());
    }

    public AddServerViewModel getModel() {
        return model;
    }
}
