package dev.cachewright.ui.traffic;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A cause with the place of its example below.
final class CauseBox extends VBox {

    CauseBox(CauseLine line) {
        getChildren().setAll(words(line.title(), "text-strong"), words(line.place(), "text-quiet"));
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
