package dev.cachewright.ui.kit;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is in a font.
public final class TextWidth {

    private TextWidth() {
    }

    /// In whole pixels, rounded up.
    public static double of(String text, Font font) {
        var measure = new Text(text);
        measure.setFont(font);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }
}
