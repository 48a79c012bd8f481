package dev.cachewright.ui.why;

import dev.cachewright.divergence.Normalising;
import dev.cachewright.words.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A kind of difference that can be ignored, and what that would do.
public final class Toggle {

    private final Normalising form;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper(this, "effect", "");

    Toggle(Normalising form) {
        this.form = form;
    }

    Normalising form() {
        return form;
    }

    String text() {
        return Texts.get("why.ignore." + form.word());
    }

    BooleanProperty onProperty() {
        return on;
    }

    /// What ignoring it would do; empty where it would do nothing, or is done.
    ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    void setEffect(String words) {
        effect.set(words);
    }
}
