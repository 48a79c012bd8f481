package dev.cachewright.ui.kit;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A choice in two lines: a check where it is in use, its title and a few figures, and below them what else there is
/// to know.
final class ChoiceCell extends ListCell<Choice> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final FontIcon check = new FontIcon("fth-check");
    private final Label title = new Label();
    private final Label note = new Label();
    private final Label detail = new Label();
    private final HBox row;

    ChoiceCell() {
        getStyleClass().add("choice-cell");
        title.getStyleClass().add("choice-title");
        note.getStyleClass().add("choice-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("choice-detail");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(12, title, gap, note);
        head.setAlignment(Pos.BASELINE_LEFT);
        var texts = new VBox(head, detail);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var mark = new StackPane(check);
        mark.getStyleClass().add("choice-check");
        row = new HBox(8, mark, texts);
        row.setAlignment(Pos.CENTER_LEFT);
        Hint.setOf(this, Hint.Source.TEXT);
        // Else a long detail widens the list instead of being shortened.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Choice choice, boolean isEmpty) {
        super.updateItem(choice, isEmpty);
        boolean isShown = !isEmpty && choice != null;
        setGraphic(isShown ? row : null);
        setAccessibleText(isShown ? choice.spoken() : null);
        pseudoClassStateChanged(HEADING, isShown && choice.isHeading());
        if (isShown) {
            title.setText(choice.title());
            note.setText(choice.note());
            detail.setText(choice.detail());
            detail.setManaged(!choice.detail().isEmpty());
            check.setVisible(choice.isCurrent());
        }
    }
}
