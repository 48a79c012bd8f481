package dev.cachewright.ui.kit;

import dev.cachewright.words.Numbers;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What a [Figure] shows, as a view model keeps it. A value that is not known is a dash.
public final class FigureText {

    /// Shown in place of a number that is not known, here and in tables; never 0.
    public static final String NONE = Numbers.UNKNOWN;

    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper(this, "value", NONE);
    private final ReadOnlyStringWrapper suffix = new ReadOnlyStringWrapper(this, "suffix", "");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone",
            Tone.PLAIN);

    public void show(String newValue, String newSuffix) {
        show(newValue, newSuffix, Tone.PLAIN);
    }

    public void show(String newValue, String newSuffix, Tone newTone) {
        value.set(newValue);
        suffix.set(newSuffix);
        tone.set(newTone);
    }

    /// What else there is to say where there is room, such as the band of an estimate.
    public void explain(String words) {
        hint.set(words);
    }

    /// Shows a dash and why.
    public void showNone(String why) {
        show(NONE, why);
    }

    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    public String getValue() {
        return value.get();
    }

    public ReadOnlyStringProperty suffixProperty() {
        return suffix.getReadOnlyProperty();
    }

    public String getSuffix() {
        return suffix.get();
    }

    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public String getHint() {
        return hint.get();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public Tone getTone() {
        return tone.get();
    }
}
