package dev.cachewright.ui.kit;

import javafx.scene.control.Label;

/// A label that is shown whole or not at all: for what can be spared where room is short.
public final class WholeLabel extends Label {

    public WholeLabel() {
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        setOpacity(getWidth() + 0.5 >= prefWidth(-1) ? 1 : 0);
    }
}
