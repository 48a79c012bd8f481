package dev.cachewright.ui.settings;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.Profile;
import dev.cachewright.words.RuleWords;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/// The fields of a profile.
public final class ServerFormView {

    private final ServerFormViewModel model;

    @FXML
    private TextField name;
    @FXML
    private ComboBox<Profile.Kind> kind;
    @FXML
    private TextField baseUrl;
    @FXML
    private ComboBox<String> rules;
    @FXML
    private CheckBox allowed;
    @FXML
    private TextField organization;
    @FXML
    private TextField project;
    @FXML
    private TextField proxy;
    @FXML
    private TextField connect;
    @FXML
    private TextField silence;
    @FXML
    private TextField whole;
    @FXML
    private TextArea headers;
    @FXML
    private TextArea body;

    ServerFormView(ServerFormViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        ServerDraft draft = model.draft();
        name.textProperty().bindBidirectional(draft.name);
        baseUrl.textProperty().bindBidirectional(draft.baseUrl);
        organization.textProperty().bindBidirectional(draft.organization);
        project.textProperty().bindBidirectional(draft.project);
        proxy.textProperty().bindBidirectional(draft.proxy);
        connect.textProperty().bindBidirectional(draft.connect);
        silence.textProperty().bindBidirectional(draft.silence);
        whole.textProperty().bindBidirectional(draft.whole);
        headers.textProperty().bindBidirectional(draft.headers);
        body.textProperty().bindBidirectional(draft.body);
        allowed.selectedProperty().bindBidirectional(draft.allowed);
        kind.getItems().setAll(List.of(Profile.Kind.COMPATIBLE, Profile.Kind.OPENAI, Profile.Kind.AZURE,
                Profile.Kind.ANTHROPIC));
        kind.setConverter(new Words<>(each -> Texts.get("server-form.kind." + each.name().toLowerCase(Locale.ROOT))));
        kind.valueProperty().bindBidirectional(draft.kind);
        rules.getItems().setAll(ServerFormViewModel.RULES);
        rules.setConverter(new Words<>(word -> RuleSet.of(word)
                .map(known -> Texts.format("server-form.rule", RuleWords.of(known), word))
                .orElseGet(() -> Texts.get("server-form.model-rules"))));
        rules.valueProperty().bindBidirectional(draft.rules);
    }

    public ServerFormViewModel getModel() {
        return model;
    }

    /// A choice in words.
    private static final class Words<T> extends StringConverter<T> {

        private final Function<T, String> words;

        private Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T choice) {
            return choice == null ? "" : words.apply(choice);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
