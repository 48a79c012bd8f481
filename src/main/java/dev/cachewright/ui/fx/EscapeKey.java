package dev.cachewright.ui.fx;

import java.util.stream.Stream;
import javafx.scene.Node;

/// Whose the Escape key is.
public final class EscapeKey {

    /// The style class of what Escape closes while the focus is in it.
    public static final String CLOSES = "closes-on-escape";

    private EscapeKey() {
    }

    /// Whether the key closes something around the node that has the focus.
    ///
    /// @param focused null where nothing has the focus
    public static boolean closesAround(Node focused) {
        return Stream.<Node>iterate(focused, node -> node != null, Node::getParent)
                .anyMatch(node -> node.getStyleClass().contains(CLOSES) && node.isVisible());
    }
}
