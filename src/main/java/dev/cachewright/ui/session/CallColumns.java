package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.UiThread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private final List<TableColumn<CallRow, String>> always;
    private final List<TableColumn<CallRow, String>> optional;
    private final TableColumn<CallRow, String> written;
    private final Map<TableColumn<CallRow, String>, Double> needs = new LinkedHashMap<>();
    private double verdict = VERDICT;
    private boolean isWriting;
    private boolean isPlanned;

    /// @param optional what is left out first comes last
    /// @param written is shown only where calls write
    CallColumns(TableView<CallRow> table, List<TableColumn<CallRow, String>> always,
            List<TableColumn<CallRow, String>> optional, TableColumn<CallRow, String> written) {
        this.table = table;
        this.written = written;
        this.always = always;
        this.optional = optional;
        always.forEach(this::watch);
        optional.forEach(this::watch);
    }

    private void watch(TableColumn<CallRow, String> column) {
        needs.put(column, column.getMinWidth());
        column.setCellFactory(each -> new FigureCell(width -> widen(column, width)));
    }

    private void widen(TableColumn<CallRow, String> column, double width) {
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
        for (TableColumn<CallRow, String> column : always) {
            give(column);
            room -= needs.get(column);
        }
        boolean isFull = false;
        for (TableColumn<CallRow, String> column : optional) {
            boolean isWanted = isWriting || column != written;
            isFull |= isWanted && needs.get(column) > room;
            column.setVisible(isWanted && !isFull);
            if (column.isVisible()) {
                give(column);
                room -= needs.get(column);
            }
        }
    }

    private void give(TableColumn<CallRow, String> column) {
        double width = needs.get(column);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    static void fillAll(List<TableColumn<CallRow, String>> columns, List<Function<CallRow, String>> values) {
        for (int i = 0; i < columns.size(); i++) {
            fill(columns.get(i), values.get(i));
        }
    }

    static <T> void fill(TableColumn<CallRow, T> column, Function<CallRow, T> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }
}
