package dev.cachewright.ui.kit;

import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of a table: figures as wide as they are, names in what is left.
public final class FigureColumns<R> {

    private static final double SCROLL_BAR = 14;

    private final TableView<R> table;
    private final DoubleConsumer names;
    private final List<TableColumn<R, R>> figures = new ArrayList<>();

    /// @param names is told the width that is left beside the figures, whenever it changes
    public FigureColumns(TableView<R> table, DoubleConsumer names) {
        this.table = table;
        this.names = names;
    }

    /// Follows the width of the table from now on.
    public void follow() {
        table.widthProperty().subscribe(width -> UiThread.later(this::arrange));
    }

    private void arrange() {
        double taken = figures.stream().mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR;
        names.accept(table.getWidth() - taken);
    }

    private TableColumn<R, R> column(String key) {
        var column = new TableColumn<R, R>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    /// A column of names, which can have any length.
    public TableColumn<R, R> name(String key, double least, Function<R, String> value) {
        TableColumn<R, R> column = column(key);
        column.setMinWidth(least);
        column.setCellFactory(each -> {
            var cell = new FigureCell<R>(value, needed -> {
                // It takes what is left.
            });
            cell.accessibleTextProperty().bind(cell.textProperty());
            Hint.setOf(cell, Hint.Source.TEXT);
            return cell;
        });
        return column;
    }

    /// A column as wide as its widest cell.
    public void figure(String key, String style, Function<R, String> value) {
        TableColumn<R, R> column = column(key);
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
