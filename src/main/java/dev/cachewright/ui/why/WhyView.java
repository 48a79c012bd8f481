package dev.cachewright.ui.why;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Choice;
import dev.cachewright.ui.kit.Choices;
import dev.cachewright.ui.kit.Picker;
import dev.cachewright.ui.kit.text.Mark;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Why one request did not read what another stored.
public final class WhyView implements AutoCloseable {

    /// In em: narrower, the two texts stand one above the other.
    private static final double ROOMY = 44;

    @FXML
    private VBox root;
    @FXML
    private Label sentence;
    @FXML
    private Label notes;
    @FXML
    private VBox causes;
    @FXML
    private Picker others;
    @FXML
    private FlowPane toggles;
    @FXML
    private CheckBox withIds;
    @FXML
    private SplitPane panes;
    @FXML
    private Label earlierTitle;
    @FXML
    private Label laterTitle;
    @FXML
    private ReadOnlyText earlier;
    @FXML
    private ReadOnlyText later;

    private final WhyViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    public WhyView(WhyViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        withIds.selectedProperty().bindBidirectional(model.withIdsProperty());
        for (int i = 0; i < model.toggles().size(); i++) {
            toggles.getChildren().add(i, box(model.toggles().get(i)));
        }
        others.setChoices(new Choices(Texts.get("why.find-other"), this::choices, "",
                choice -> model.chosenProperty().set(Integer.parseInt(choice.id())), List.of()));
        subscriptions.add(model.questionProperty().subscribe(question -> showNames()));
        subscriptions.add(model.chosenProperty().subscribe(chosen -> showNames()));
        subscriptions.add(model.answerProperty().subscribe(this::showAnswer));
        subscriptions.add(root.widthProperty().subscribe(width -> panes.setOrientation(
                width.doubleValue() >= ROOMY * sentence.getFont().getSize()
                        ? Orientation.HORIZONTAL
                        : Orientation.VERTICAL)));
    }

    private CheckBox box(Toggle toggle) {
        var box = new CheckBox(toggle.text());
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(toggle.onProperty());
        subscriptions.add(toggle.effectProperty().subscribe(effect -> {
            box.setTooltip(effect.isEmpty() ? null : new Tooltip(effect));
            box.setAccessibleHelp(effect);
            box.getStyleClass().remove("helps");
            if (!effect.isEmpty()) {
                box.getStyleClass().add("helps");
            }
        }));
        return box;
    }

    private List<Choice> choices() {
        List<Sent> all = model.questionProperty().get().map(Question::others).orElse(List.of());
        return IntStream.range(0, all.size()).mapToObj(i -> new Choice(String.valueOf(i), all.get(i).name(), "", "",
                i == model.chosenProperty().get())).toList().reversed();
    }

    private void showNames() {
        Optional<Question> asked = model.questionProperty().get();
        int chosen = model.chosenProperty().get();
        String other = asked.filter(question -> chosen >= 0 && chosen < question.others().size())
                .map(question -> question.others().get(chosen).name()).orElse("");
        others.setValue(other);
        earlierTitle.setText(other);
        laterTitle.setText(asked.map(question -> question.later().name()).orElse(""));
    }

    private void showAnswer(Optional<Answer> answer) {
        sentence.setText(answer.map(Answer::sentence).orElse(""));
        notes.setText(answer.map(Answer::notes).orElse(""));
        Views.setShown(notes, !notes.getText().isEmpty());
        causes.getChildren().setAll(answer.map(Answer::causes).orElse(List.of()).stream().map(CauseBox::new).toList());
        show(earlier, answer.map(Answer::earlier).orElseGet(PaneText::empty));
        show(later, answer.map(Answer::later).orElseGet(PaneText::empty));
    }

    private static void show(ReadOnlyText pane, PaneText shown) {
        pane.show(shown.text(), 0, shown.marks().toArray(Mark[]::new));
        pane.reveal(shown.focus());
    }

    @FXML
    private void goBack() {
        model.watchedProperty().set(false);
    }

    @FXML
    private void showInEditor() {
        model.showInEditor();
    }

    public WhyViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
