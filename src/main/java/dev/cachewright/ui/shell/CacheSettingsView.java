package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/// The cache settings as a panel over the footer, from where they are opened.
public final class CacheSettingsView {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final CacheSettingsViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private Optional<Node> before = Optional.empty();

    @FXML
    private StackPane root;
    @FXML
    private ComboBox<String> mode;
    @FXML
    private ComboBox<String> ttl;
    @FXML
    private TextField key;
    @FXML
    private ComboBox<String> retention;
    @FXML
    private Label modeNote;
    @FXML
    private Label ttlNote;
    @FXML
    private Label keyNote;
    @FXML
    private Label retentionNote;

    CacheSettingsView(CacheSettingsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        choose(mode, model.getMode());
        choose(ttl, model.getTtl());
        choose(retention, model.getRetention());
        key.textProperty().bindBidirectional(model.getKey().valueProperty());
        key.disableProperty().bind(model.getKey().changeableProperty().not());
        note(modeNote, model.getMode());
        note(ttlNote, model.getTtl());
        note(keyNote, model.getKey());
        note(retentionNote, model.getRetention());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        close();
    }

    private void choose(ComboBox<String> box, CacheSetting setting) {
        box.setItems(setting.choices());
        box.setConverter(new Words());
        box.valueProperty().bindBidirectional(setting.valueProperty());
        box.disableProperty().bind(setting.changeableProperty().not());
    }

    private void note(Label label, CacheSetting setting) {
        subscriptions.add(setting.wrongProperty().subscribe(isWrong -> label.pseudoClassStateChanged(WRONG, isWrong)));
    }

    void open() {
        before = Optional.ofNullable(root.getScene().getFocusOwner());
        root.setVisible(true);
        Node first = mode.isDisabled() ? key : mode;
        first.requestFocus();
    }

    /// The focus goes back to where it was.
    @FXML
    void close() {
        root.setVisible(false);
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
    }

    /// A press in the panel does not close it.
    @FXML
    private void keepOpen(Event event) {
        event.consume();
    }

    public CacheSettingsViewModel getModel() {
        return model;
    }

    /// The choices as in the file, and a word for none.
    private static final class Words extends StringConverter<String> {

        @Override
        public String toString(String word) {
            return word == null || word.isEmpty() ? Texts.get("cache-settings.nothing") : word;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
