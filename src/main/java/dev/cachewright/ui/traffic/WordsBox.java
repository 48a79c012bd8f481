package dev.cachewright.ui.traffic;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A line with quieter words below.
final class WordsBox extends VBox {

    WordsBox(String title, String below) {
        getChildren().setAll(words(title, "text-strong"), words(below, "text-quiet"));
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
