package dev.cachewright.ui.fx;

import java.lang.reflect.Field;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.TextFlow;

/// Restarts layout after an exception: whatever was being laid out then believes that it still is, and JavaFX skips it
/// from then on.
final class StuckLayout {

    private StuckLayout() {
    }

    /// Has everything below `root` laid out again that is not hidden because it fails. Without `--add-opens` what is
    /// skipped stays so.
    static void restart(Node root) {
        if (root instanceof Parent parent && !SafeForm.isHidden(root)) {
            release(Parent.class, "performingLayout", parent);
            if (parent instanceof TextFlow) {
                release(TextFlow.class, "inLayout", parent);
            }
            parent.getChildrenUnmodifiable().forEach(StuckLayout::restart);
            parent.requestLayout();
        }
    }

    private static void release(Class<?> type, String flag, Parent parent) {
        try {
            Field field = type.getDeclaredField(flag);
            field.setAccessible(true);
            field.setBoolean(parent, false);
        } catch (ReflectiveOperationException | RuntimeException _) {
            // Another version, or no access: it may come back by itself, or is hidden with the next exception.
        }
    }
}
