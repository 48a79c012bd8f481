package dev.cachewright.ui.kit.text;

import javafx.scene.layout.Region;

/// Knows how high a row and how wide a character of block text is, without any text: an invisible child where the text
/// is shown, so that the same style rules reach it.
public final class TextGrid extends Region {

    private static final int SAMPLE = 100;

    private final ContentMeasure measure = new ContentMeasure();

    public TextGrid() {
        getStyleClass().add("prompt-area");
        setManaged(false);
        setVisible(false);
        getChildren().setAll(measure);
    }

    public double rowHeight() {
        return measure.rowHeight();
    }

    public double columnWidth() {
        return measure.width("x".repeat(SAMPLE)) / SAMPLE;
    }

    /// How many rows a text takes in so many columns, or `limit` where it takes more.
    public static int rows(CharSequence text, int columns, int limit) {
        int rows = 1;
        int column = 0;
        for (int i = 0; i < text.length() && rows < limit; i++) {
            if (text.charAt(i) == '\n') {
                rows++;
                column = 0;
            } else if (column == columns) {
                rows++;
                column = 1;
            } else {
                column++;
            }
        }
        return rows;
    }
}
