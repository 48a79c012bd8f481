package dev.cachewright.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/// The lines of the [CallChart] from which on something is new, each with its word above the bars; where words would lie
/// over each other, the later one is left out and the line stays.
final class ChangeMarks extends Pane {

    /// What the words take above the bars.
    static final double HEIGHT = 16;
    private static final double GAP = 4;
    private static final double APART = 8;

    private final List<Line> lines = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();

    ChangeMarks() {
        setMouseTransparent(true);
    }

    /// A line before a column.
    ///
    /// @param x where the column begins
    record Mark(double x, String word) {
    }

    /// Draws these marks from left to right, from the top down to `height`.
    void show(List<Mark> marks, double height) {
        grow(marks.size());
        double free = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean isShown = i < marks.size();
            lines.get(i).setVisible(isShown);
            words.get(i).setVisible(isShown);
            if (isShown) {
                place(lines.get(i), marks.get(i).x(), height);
                free = place(words.get(i), marks.get(i), free);
            }
        }
    }

    private void grow(int count) {
        while (lines.size() < count) {
            var line = new Line();
            line.getStyleClass().add("call-change");
            line.setManaged(false);
            var word = new Label();
            word.getStyleClass().add("call-change-word");
            word.setManaged(false);
            lines.add(line);
            words.add(word);
            // Words lie over the lines of others.
            getChildren().addFirst(line);
            getChildren().add(word);
            word.applyCss();
        }
    }

    private static void place(Line line, double x, double height) {
        line.setStartX(x + 0.5);
        line.setEndX(x + 0.5);
        line.setStartY(0);
        line.setEndY(height);
    }

    /// At the right of its line, or at its left where the chart ends; returns where the next word may begin.
    private double place(Label word, Mark mark, double free) {
        word.setText(mark.word());
        double width = word.prefWidth(-1);
        boolean fitsRight = mark.x() + GAP + width <= getWidth();
        double x = fitsRight ? mark.x() + GAP : mark.x() - GAP - width;
        word.setVisible(x >= free && x >= 0);
        word.resizeRelocate(Math.round(x), 0, Math.ceil(width),
                Math.max(HEIGHT, Math.ceil(word.prefHeight(-1))));
        return word.isVisible() ? Math.max(mark.x(), x + width) + APART : free;
    }
}
