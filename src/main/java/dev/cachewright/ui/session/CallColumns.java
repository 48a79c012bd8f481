package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.kit.FigureCell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The widths of the table's columns, each wide enough for its widest figure, and which of them there is room for.
///
/// The number, the cached tokens and the verdict are always there; the others come in their order as the table becomes
/// wider.
final class CallColumns {

    private static final double VERDICT = 118;
    private static final double SCROLL_BAR = 10;

    private final TableView<CallRow> table;
    private final List<TableColumn<CallRow, CallRow>> always;
    private final List<TableColumn<CallRow, CallRow>> optional;
    private final TableColumn<CallRow, CallRow> written;
    private final Map<TableColumn<CallRow, CallRow>, Double> needs = new LinkedHashMap<>();
    private double verdict = VERDICT;
    private boolean isWriting;
    private boolean isPlanned;

    /// @param optional what is left out first comes last
    /// @param written is shown only where calls write
    CallColumns(TableView<CallRow> table, List<TableColumn<CallRow, CallRow>> always,
            List<TableColumn<CallRow, CallRow>> optional, TableColumn<CallRow, CallRow> written) {
        this.table = table;
        this.written = written;
        this.always = always;
        this.optional = optional;
        always.forEach(this::watch);
        optional.forEach(this::watch);
    }

    private void watch(TableColumn<CallRow, CallRow> column) {
        needs.put(column, column.getMinWidth());
        column.setCellFactory(each -> new FigureCell<>(((CallColumn) column.getUserData())::text,
                width -> widen(column, width)));
    }

    private void widen(TableColumn<CallRow, CallRow> column, double width) {
        if (width > needs.get(column)) {
            needs.put(column, width);
            arrangeSoon();
        }
    }

    /// The verdict needs so much room.
    void widenVerdict(double width) {
        if (width > verdict) {
            verdict = width;
            arrangeSoon();
        }
    }

    void setWriting(boolean writes) {
        isWriting = writes;
        arrangeSoon();
    }

    /// After the layout that is under way: it would not hear of other widths.
    void arrangeSoon() {
        if (!isPlanned) {
            isPlanned = true;
            UiThread.later(this::arrange);
        }
    }

    private void arrange() {
        isPlanned = false;
        double room = table.getWidth() - verdict - SCROLL_BAR;
        for (TableColumn<CallRow, CallRow> column : always) {
            give(column);
            room -= needs.get(column);
        }
        boolean isFull = false;
        for (TableColumn<CallRow, CallRow> column : optional) {
            boolean isWanted = isWriting || column != written;
            isFull |= isWanted && needs.get(column) > room;
            column.setVisible(isWanted && !isFull);
            if (column.isVisible()) {
                give(column);
                room -= needs.get(column);
            }
        }
    }

    private void give(TableColumn<CallRow, CallRow> column) {
        double width = needs.get(column);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }
}
