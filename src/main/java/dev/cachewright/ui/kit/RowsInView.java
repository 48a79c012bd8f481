package dev.cachewright.ui.kit;

import dev.cachewright.ui.fx.UiThread;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// Keeps the chosen row of a table in view.
public final class RowsInView {

    private RowsInView() {
    }

    /// Scrolls to the chosen row after the next layout, when a row that was just added has its place; a row that is
    /// wholly in view stays where it is.
    public static void keep(TableView<?> table) {
        UiThread.nextFrame(() -> UiThread.later(() -> {
            int index = table.getSelectionModel().getSelectedIndex();
            if (index >= 0 && !isInView(table, index)) {
                int size = table.getItems().size();
                // The table stops a row short of its last one; an index beyond the end brings it to the end.
                table.scrollTo(index == size - 1 ? size : index);
            }
        }));
    }

    /// Scrolls to the last row after the next layout, where none is chosen.
    public static void showLast(TableView<?> table) {
        UiThread.nextFrame(() -> UiThread.later(() -> {
            if (table.getSelectionModel().getSelectedIndex() < 0) {
                table.scrollTo(table.getItems().size());
            }
        }));
    }

    private static boolean isInView(TableView<?> table, int index) {
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getFirstVisibleCell() == null) {
            return false;
        }
        return index > flow.getFirstVisibleCell().getIndex() && index < flow.getLastVisibleCell().getIndex();
    }
}
