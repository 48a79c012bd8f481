package dev.cachewright.ui.kit;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/// A name that can be edited in place: looks like a label, as wide as its text, and is accepted by Enter or when the
/// focus leaves.
public final class NameField extends TextField {

    private static final int LONGEST = 24;
    private static final double ROOM_FOR_CARET = 4;
    /// In em: so much of a long name is seen where room is short.
    private static final double LEAST = 1;

    private final Text measure = new Text();
    private Consumer<String> onRename = name -> {
    };

    public NameField() {
        getStyleClass().add("name-field");
        textProperty().subscribe(text -> requestLayout());
        focusedProperty().subscribe((was, isFocused) -> {
            if (was && !isFocused) {
                onRename.accept(getText());
            }
        });
        setOnAction(event -> onRename.accept(getText()));
    }

    @Override
    protected double computePrefWidth(double height) {
        String text = getText() == null ? "" : getText();
        measure.setFont(getFont());
        measure.setText(text.substring(0, Math.min(text.length(), LONGEST)));
        return snapSizeX(measure.getLayoutBounds().getWidth() + ROOM_FOR_CARET) + snappedLeftInset()
                + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(computePrefWidth(height), LEAST * getFont().getSize());
    }

    /// Sets what receives a new name; the field shows what is set next.
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
