package dev.cachewright.ui.session;

import javafx.scene.layout.VBox;

/// Figures, chart and table below each other, no lower than they can be in the width that they have: words wrap where it
/// is narrow.
public final class SessionColumn extends VBox {

    public SessionColumn() {
        widthProperty().subscribe(() -> {
            if (getParent() != null) {
                getParent().requestLayout();
            }
        });
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
