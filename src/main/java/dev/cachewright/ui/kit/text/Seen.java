package dev.cachewright.ui.kit.text;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/// Finds which part of a node can be seen.
final class Seen {

    private static final Bounds NOTHING = new BoundingBox(0, 0, -1, -1);

    private Seen() {
    }

    /// What no clip around the node and no edge of the window hides, in the coordinates of the scene.
    static Bounds partOf(Node node) {
        if (node.getScene() == null) {
            return NOTHING;
        }
        Bounds seen = meet(node.localToScene(node.getLayoutBounds()),
                new BoundingBox(0, 0, node.getScene().getWidth(), node.getScene().getHeight()));
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return NOTHING;
            }
            if (around.getClip() != null) {
                seen = meet(seen, around.localToScene(around.getClip().getBoundsInParent()));
            }
        }
        return seen;
    }

    private static Bounds meet(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - left;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - top;
        return width <= 0 || height <= 0 ? NOTHING : new BoundingBox(left, top, width, height);
    }
}
