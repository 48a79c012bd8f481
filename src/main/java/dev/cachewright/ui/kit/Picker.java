package dev.cachewright.ui.kit;

import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A small caption and the value in use; pressed, it opens a list of choices that can be searched.
public final class Picker extends Button {

    /// So much of a value is always seen, in em: short ones whole.
    private static final double LEAST = 6;

    private final Label caption = new Label();
    private final Label value = new Label();
    private final HBox face = new HBox(8);
    private Optional<Choices> choices = Optional.empty();
    private Optional<PickerList> list = Optional.empty();

    public Picker() {
        getStyleClass().add("picker");
        caption.getStyleClass().add("picker-caption");
        caption.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("picker-value");
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var arrow = new Region();
        arrow.getStyleClass().add("picker-arrow");
        face.getChildren().setAll(caption, value, arrow);
        face.getStyleClass().add("picker-face");
        face.setAlignment(Pos.CENTER_LEFT);
        setGraphic(face);
        accessibleTextProperty().bind(Bindings.format("%s: %s", caption.textProperty(), value.textProperty()));
        setAccessibleHelp(Texts.get("picker.help"));
        // A long value is cut in its middle.
        Hint.setOf(this, Hint.Source.TEXT);
        setOnAction(event -> open());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                open();
                event.consume();
            }
        });
    }

    // Else a long value runs over the edge of a button that is squeezed.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        face.resizeRelocate(snappedLeftInset(), face.getLayoutY(), width, face.getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        double words = value.prefWidth(-1);
        return computePrefWidth(height) - words + Math.min(words, LEAST * getFont().getSize());
    }

    /// Says what is offered.
    public void setChoices(Choices offered) {
        choices = Optional.of(offered);
        list = Optional.empty();
    }

    /// Opens the list over the window, with the choice in use marked and in view.
    public void open() {
        choices.ifPresent(offered -> {
            if (list.isEmpty()) {
                list = Optional.of(new PickerList(this, offered));
            }
            list.get().open();
        });
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
