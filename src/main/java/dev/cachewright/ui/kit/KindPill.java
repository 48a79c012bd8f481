package dev.cachewright.ui.kit;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// A word in a rounded frame, coloured by kind through the pseudo-classes `static`, `out-of-reach`, `dynamic`
/// and `written`.
public final class KindPill extends Label {

    private final ObjectProperty<Kind> kind = new TypedProperty<>(this, "kind", Kind.PLAIN, this::show);

    /// What the colour says besides the word.
    public enum Kind {
        PLAIN, STATIC, OUT_OF_REACH, DYNAMIC, WRITTEN
    }

    public KindPill() {
        getStyleClass().add("kind-pill");
        setMinWidth(USE_PREF_SIZE);
    }

    private void show(Kind now) {
        for (Kind each : Kind.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    each == now);
        }
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public Kind getKind() {
        return kind.get();
    }

    public void setKind(Kind wanted) {
        kind.set(wanted);
    }
}
