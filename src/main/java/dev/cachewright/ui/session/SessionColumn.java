package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.UiThread;
import javafx.scene.layout.VBox;

/// Figures, chart and table below each other, no lower than they can be in the width that they have: words wrap where it
/// is narrow.
public final class SessionColumn extends VBox {

    public SessionColumn() {
        // After the layout that is under way: it would not hear of another height.
        widthProperty().subscribe(() -> UiThread.later(this::requestLayout));
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
