package dev.cachewright.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A caption above one big number and a small word that says what it is measured against.
///
/// The tone shows as pseudo-class `good` or `bad`, two lines as `wrapped`; `empty` is set by itself while the value is
/// a dash.
public final class Figure extends VBox {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass ACTION = PseudoClass.getPseudoClass("action");
    private static final PseudoClass WRAPPED = PseudoClass.getPseudoClass("wrapped");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final Label caption = new Label();
    private final Label value = new Label(FigureText.NONE);
    private final Label suffix = new Label();
    private final StringProperty hint = new SimpleStringProperty(this, "hint", "");

    private final ObjectProperty<Tone> tone = new TypedProperty<>(this, "tone", Tone.PLAIN, this::showTone);

    public Figure() {
        getStyleClass().add("figure");
        caption.getStyleClass().add("figure-caption");
        value.getStyleClass().add("figure-value");
        caption.setMinWidth(USE_PREF_SIZE);
        value.setMinWidth(USE_PREF_SIZE);
        suffix.setMinWidth(USE_PREF_SIZE);
        suffix.getStyleClass().add("figure-suffix");
        HBox line = new HBox(4, value, suffix);
        line.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(suffix, Priority.ALWAYS);
        suffix.managedProperty().bind(suffix.textProperty().isNotEmpty());
        getChildren().setAll(caption, line);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> (getCaption() + ": " + (getValue() + " " + getSuffix()).strip() + "\n" + getHint()).strip(),
                caption.textProperty(), value.textProperty(), suffix.textProperty(), hint));
        Hint.setOf(this, Hint.Source.TEXT);
        Hint.showOnFocus(this);
        // What has more to say can be reached without a mouse.
        hint.subscribe(words -> {
            if (words != null && !words.isEmpty()) {
                setFocusTraversable(true);
            }
        });
        value.textProperty()
                .subscribe(text -> pseudoClassStateChanged(EMPTY, text == null || FigureText.NONE.equals(text)));
    }

    /// Gives the small word a second line, which is kept free where one is enough, so that nothing moves.
    public void setWrapped(boolean isWrapped) {
        suffix.setWrapText(isWrapped);
        suffix.setMinWidth(isWrapped ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
        pseudoClassStateChanged(WRAPPED, isWrapped);
    }

    public boolean isWrapped() {
        return suffix.isWrapText();
    }

    /// Makes a button of the figure: pressed by click, Enter or Space; pseudo-class `action`.
    public void setOnAction(Runnable action) {
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        pseudoClassStateChanged(ACTION, true);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            action.run();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() || event.getCode() == KeyCode.SPACE) {
                action.run();
                event.consume();
            }
        });
    }

    private void showTone(Tone now) {
        pseudoClassStateChanged(GOOD, now == Tone.GOOD);
        pseudoClassStateChanged(BAD, now == Tone.BAD);
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

    public StringProperty suffixProperty() {
        return suffix.textProperty();
    }

    public String getSuffix() {
        return suffix.getText();
    }

    public void setSuffix(String text) {
        suffix.setText(text);
    }

    /// Said in the tooltip and to screen readers only.
    public StringProperty hintProperty() {
        return hint;
    }

    public String getHint() {
        return hint.get();
    }

    public void setHint(String text) {
        hint.set(text);
    }

    public ObjectProperty<Tone> toneProperty() {
        return tone;
    }

    public Tone getTone() {
        return tone.get();
    }

    public void setTone(Tone wanted) {
        tone.set(wanted);
    }
}
