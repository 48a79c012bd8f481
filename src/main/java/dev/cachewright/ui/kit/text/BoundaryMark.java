package dev.cachewright.ui.kit.text;

import dev.cachewright.ui.fx.UiThread;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/// A thin bar in the text, before the character at which the cacheable prefix ends.
final class BoundaryMark extends Region {

    private static final double WIDTH = 2;

    private final PromptArea owner;
    private int offset = -1;
    private boolean isAsked;

    BoundaryMark(PromptArea owner) {
        this.owner = owner;
        getStyleClass().add("boundary-mark");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void mark(int wanted) {
        if (wanted != offset) {
            offset = wanted;
            setVisible(false);
            placeSoon();
        }
    }

    /// Follows its character once this has its place, in the same frame.
    void placeSoon() {
        if (!isAsked && offset >= 0 && owner.getScene() != null) {
            isAsked = true;
            UiThread.afterLayout(owner.getScene(), () -> {
                isAsked = false;
                place();
            });
        }
    }

    private void place() {
        boolean isThere = offset >= 0 && offset <= owner.getTextLength();
        setVisible(isThere && owner.boundsOf(offset).filter(this::isInSight).map(this::moveTo).isPresent());
    }

    private boolean isInSight(Bounds character) {
        return character.getMinY() >= 0 && character.getMaxY() <= owner.getHeight();
    }

    private Bounds moveTo(Bounds character) {
        double x = offset < owner.getTextLength() ? character.getMinX() : character.getMaxX();
        resizeRelocate(Math.round(x), Math.round(character.getMinY()), WIDTH,
                Math.round(character.getHeight()));
        return character;
    }
}
