package dev.cachewright.ui.layouts;

import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.prompt.text.LineDifference.Change;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Hint;
import dev.cachewright.words.HiddenCharacters;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/// Where two layouts part, in words and as the lines that differ.
public final class LayoutDifferenceView implements AutoCloseable {

    /// What a list has around its lines.
    private static final double FRAME = 4;
    private static final int MOST_LINES = 10;

    private final LayoutDifferenceViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Node root;
    @FXML
    private ListView<LineDifference.Line> lines;

    LayoutDifferenceView(LayoutDifferenceViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        lines.setItems(model.lines());
        lines.setCellFactory(_ -> new LineCell());
        subscriptions.add(model.lines().subscribe(this::fit));
        subscriptions.add(model.titleProperty().subscribe(title -> Views.setShown(root, !title.isEmpty())));
        fit();
    }

    /// High enough for short differences; longer ones are scrolled.
    private void fit() {
        int count = model.lines().size();
        Views.setShown(lines, count > 0);
        lines.setMinHeight(Math.min(count, MOST_LINES) * lines.getFixedCellSize() + FRAME);
        lines.setPrefHeight(lines.getMinHeight());
    }

    public LayoutDifferenceViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private static final class LineCell extends ListCell<LineDifference.Line> {

        private static final List<Change> MARKED = List.of(Change.REMOVED, Change.ADDED, Change.GAP);

        private LineCell() {
            // A long line is scrolled to, or read here.
            accessibleTextProperty().bind(textProperty());
            Hint.setOf(this, Hint.Source.TEXT);
        }

        @Override
        protected void updateItem(LineDifference.Line line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            boolean isShown = !isEmpty && line != null;
            setText(isShown ? words(line) : null);
            MARKED.forEach(each -> pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(
                    Locale.ROOT)), isShown && line.change() == each));
        }

        private static String words(LineDifference.Line line) {
            String text = HiddenCharacters.escaped(line.text());
            return switch (line.change()) {
                case SAME -> "  " + text;
                case REMOVED -> "− " + text;
                case ADDED -> "+ " + text;
                case GAP -> Texts.get("layout-difference.gap");
            };
        }
    }
}
