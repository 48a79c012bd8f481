package dev.cachewright.ui.kit;

import java.util.function.Consumer;
import javafx.scene.control.TextField;

/// A name that can be edited where it stands: looks like a label, as wide as its text, taken over by Enter or when
/// the focus goes.
public final class NameField extends TextField {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    // Letters of Inter are narrower than the column that JavaFX reckons with, the width of a capital W.
    private static final double COLUMNS_PER_LETTER = 0.72;

    private Consumer<String> onRename = name -> {
    };

    public NameField() {
        getStyleClass().add("name-field");
        textProperty().subscribe(text -> setPrefColumnCount(columns(text)));
        focusedProperty().subscribe((was, isFocused) -> {
            if (was && !isFocused) {
                onRename.accept(getText());
            }
        });
        setOnAction(event -> onRename.accept(getText()));
    }

    private static int columns(String text) {
        return (int) Math.ceil(Math.clamp(text.length(), SHORTEST, LONGEST) * COLUMNS_PER_LETTER);
    }

    /// Who hears of a new name; the field shows what is set next.
    public void setOnRename(Consumer<String> listener) {
        onRename = listener;
    }

    /// Shows a name, unless one is being typed.
    public void show(String name) {
        if (!isFocused()) {
            setText(name);
        }
    }
}
