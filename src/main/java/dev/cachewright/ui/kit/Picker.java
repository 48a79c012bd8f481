package dev.cachewright.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;

/// A drop-down that shows a small caption and the chosen value; the choices are menu items.
public final class Picker extends MenuButton {

    private final Label caption = new Label();
    private final Label value = new Label();

    public Picker() {
        getStyleClass().add("picker");
        caption.getStyleClass().add("picker-caption");
        caption.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("picker-value");
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox face = new HBox(8, caption, value);
        face.getStyleClass().add("picker-face");
        face.setAlignment(Pos.BASELINE_LEFT);
        setGraphic(face);
        accessibleTextProperty().bind(Bindings.format("%s: %s", caption.textProperty(), value.textProperty()));
    }

    /// Leaves the caption out, where room is short; the screen reader still has it.
    public void setCompact(boolean isCompact) {
        caption.setVisible(!isCompact);
        caption.setManaged(!isCompact);
    }

    public StringProperty captionProperty() {
        return caption.textProperty();
    }

    public String getCaption() {
        return caption.getText();
    }

    public void setCaption(String text) {
        caption.setText(text);
    }

    public StringProperty valueProperty() {
        return value.textProperty();
    }

    public String getValue() {
        return value.getText();
    }

    public void setValue(String text) {
        value.setText(text);
    }
}
