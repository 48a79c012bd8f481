package dev.cachewright.ui.layouts;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.FigureColumns;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The table of layouts, whose choice is that of the model.
final class LayoutTable {

    /// Of letters of the usual size; larger ones are scrolled to.
    private static final double ROW = 28;
    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 7;
    private static final double SCROLL_BAR = 14;
    private static final double LEAST_NAME = 120;

    private final TableColumn<LayoutRow, LayoutRow> name;

    private LayoutTable(TableView<LayoutRow> table) {
        var columns = new FigureColumns<>(table, this::arrange);
        name = columns.name("layouts.name", LEAST_NAME, LayoutRow::name);
        columns.figure("layouts.tokens", "number", LayoutRow::tokens);
        columns.figure("layouts.prefix", "number", LayoutRow::prefix);
        columns.figure("layouts.hit-rate", "number", LayoutRow::hitRate);
        columns.figure("layouts.cost", "number", LayoutRow::cost);
        columns.figure("layouts.difference", "number", LayoutRow::difference);
        columns.follow();
    }

    static void connect(TableView<LayoutRow> table, LayoutsViewModel model, Subscriptions subscriptions) {
        new LayoutTable(table);
        table.setItems(model.rows());
        subscriptions.add(model.rows().subscribe(() -> fit(table)));
        fit(table);
        subscriptions.add(model.chosenProperty().subscribe(row -> row.ifPresentOrElse(
                each -> table.getSelectionModel().select(each), table.getSelectionModel()::clearSelection)));
        subscriptions.add(table.getSelectionModel().selectedItemProperty()
                .subscribe(row -> model.choose(Optional.ofNullable(row))));
    }

    private static void fit(TableView<LayoutRow> table) {
        int rows = Math.clamp(table.getItems().size(), LEAST_ROWS, MOST_ROWS);
        table.setPrefHeight((1 + rows) * ROW + SCROLL_BAR);
        table.setMinHeight(table.getPrefHeight());
    }

    private void arrange(double left) {
        name.setPrefWidth(Math.max(LEAST_NAME, left));
    }
}
