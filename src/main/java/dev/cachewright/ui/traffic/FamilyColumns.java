package dev.cachewright.ui.traffic;

import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.kit.FigureCell;
import dev.cachewright.ui.kit.Hint;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the table of families: figures as wide as they are, the name in what is left.
final class FamilyColumns {

    private static final double LEAST_NAME = 120;
    private static final double SCROLL_BAR = 14;

    private final TableView<FamilyRow> table;
    private final List<TableColumn<FamilyRow, FamilyRow>> figures = new ArrayList<>();
    private final TableColumn<FamilyRow, FamilyRow> name;

    private FamilyColumns(TableView<FamilyRow> table) {
        this.table = table;
        this.name = column("traffic.family");
        name.setMinWidth(LEAST_NAME);
        name.setCellFactory(each -> {
            var cell = new FigureCell<FamilyRow>(FamilyRow::name, needed -> {
                // A name can have any length.
            });
            cell.accessibleTextProperty().bind(cell.textProperty());
            Hint.setOf(cell, Hint.Source.TEXT);
            return cell;
        });
        figure("traffic.model", "words", FamilyRow::model);
        figure("traffic.calls", "number", FamilyRow::calls);
        figure("traffic.hit-rate", "number", FamilyRow::hitRate);
        figure("traffic.reachable", "number", FamilyRow::reachable);
        figure("traffic.wasted", "number", FamilyRow::wasted);
        figure("traffic.main-cause", "words", FamilyRow::cause);
    }

    static void fill(TableView<FamilyRow> table) {
        var columns = new FamilyColumns(table);
        table.widthProperty().subscribe(width -> UiThread.later(columns::arrange));
    }

    private void arrange() {
        double taken = figures.stream().mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR;
        name.setPrefWidth(Math.max(LEAST_NAME, table.getWidth() - taken));
    }

    private TableColumn<FamilyRow, FamilyRow> column(String key) {
        var column = new TableColumn<FamilyRow, FamilyRow>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private void figure(String key, String style, Function<FamilyRow, String> value) {
        TableColumn<FamilyRow, FamilyRow> column = column(key);
        figures.add(column);
        column.getStyleClass().add(style);
        column.setMinWidth(0);
        column.setPrefWidth(0);
        column.setCellFactory(each -> new FigureCell<>(value, needed -> {
            if (needed > column.getMinWidth()) {
                // After the layout that is under way: it would not hear of other widths.
                UiThread.later(() -> {
                    column.setMinWidth(Math.max(needed, column.getMinWidth()));
                    column.setPrefWidth(column.getMinWidth());
                    arrange();
                });
            }
        }));
    }
}
