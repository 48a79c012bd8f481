package dev.cachewright.ui.traffic;

import dev.cachewright.ui.kit.FigureColumns;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the table of families.
final class FamilyColumns {

    private static final double LEAST_NAME = 120;

    private final TableColumn<FamilyRow, FamilyRow> name;

    private FamilyColumns(TableView<FamilyRow> table) {
        var columns = new FigureColumns<>(table, this::arrange);
        name = columns.name("traffic.family", LEAST_NAME, FamilyRow::name);
        columns.figure("traffic.model", "words", FamilyRow::model);
        columns.figure("traffic.calls", "number", FamilyRow::calls);
        columns.figure("traffic.hit-rate", "number", FamilyRow::hitRate);
        columns.figure("traffic.reachable", "number", FamilyRow::reachable);
        columns.figure("traffic.wasted", "number", FamilyRow::wasted);
        columns.figure("traffic.main-cause", "words", FamilyRow::cause);
        columns.follow();
    }

    static void fill(TableView<FamilyRow> table) {
        new FamilyColumns(table);
    }

    private void arrange(double left) {
        name.setPrefWidth(Math.max(LEAST_NAME, left));
    }
}
