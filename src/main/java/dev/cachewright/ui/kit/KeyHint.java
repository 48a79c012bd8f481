package dev.cachewright.ui.kit;

import javafx.scene.control.Label;

/// A keycap beside an action: `Ctrl ↵`. The screen reader gets the key from the action itself.
public final class KeyHint extends Label {

    public KeyHint() {
        this("");
    }

    public KeyHint(String keys) {
        super(keys);
        getStyleClass().add("key-hint");
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
    }
}
