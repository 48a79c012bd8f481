package dev.cachewright.ui.shell;

import dev.cachewright.cache.request.Refusal;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One cache setting as the panel shows it.
public final class CacheSetting {

    private final Refusal.Field field;
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final ObservableList<String> choices = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper changeable = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    CacheSetting(Refusal.Field field) {
        this.field = field;
    }

    Refusal.Field field() {
        return field;
    }

    /// @param words that may be chosen; the first, empty, leaves the field out
    void show(String now, List<String> words) {
        if (!choices.equals(words)) {
            choices.setAll(words);
        }
        value.set(now);
    }

    /// @param isWrong whether what is set is not sent, or does less than it seems
    void showState(boolean isChangeable, boolean isWrong, String words) {
        changeable.set(isChangeable);
        wrong.set(isWrong);
        note.set(words);
    }

    /// What is set, as in the file; empty for nothing.
    public StringProperty valueProperty() {
        return value;
    }

    public String getValue() {
        return value.get();
    }

    /// What may be chosen; empty for a setting that is typed.
    ObservableList<String> choices() {
        return choices;
    }

    /// Whether it can be changed: the model accepts it, or something is set that should go.
    public ReadOnlyBooleanProperty changeableProperty() {
        return changeable.getReadOnlyProperty();
    }

    public boolean isChangeable() {
        return changeable.get();
    }

    public ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    public boolean isWrong() {
        return wrong.get();
    }

    /// What it means, or what is wrong with it.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public String getNote() {
        return note.get();
    }
}
