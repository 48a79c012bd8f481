package dev.cachewright.ui.document;

import dev.cachewright.ui.kit.Hint;
import dev.cachewright.words.HiddenCharacters;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/// The lines that differ between the window and the disk.
public final class CompareView {

    private final CompareViewModel model;

    @FXML
    private ListView<CompareViewModel.Shown> lines;

    public CompareView(CompareViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        lines.getItems().setAll(model.lines());
        lines.setCellFactory(_ -> new LineCell());
    }

    public CompareViewModel getModel() {
        return model;
    }

    private static final class LineCell extends ListCell<CompareViewModel.Shown> {

        private static final List<String> STYLES = List.of("file", "removed", "added");

        private LineCell() {
            // A long line is scrolled to, or read here.
            accessibleTextProperty().bind(textProperty());
            Hint.setOf(this, Hint.Source.TEXT);
        }

        @Override
        protected void updateItem(CompareViewModel.Shown line, boolean empty) {
            super.updateItem(line, empty);
            boolean isShown = !empty && line != null;
            setText(isShown ? (line.sign() + " " + HiddenCharacters.escaped(line.text())).stripTrailing() : null);
            for (String style : STYLES) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(style), isShown && line.style().equals(style));
            }
        }
    }
}
