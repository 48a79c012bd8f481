package dev.cachewright.ui.sessions;

import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.kit.FigureCell;
import dev.cachewright.ui.kit.Hint;
import dev.cachewright.words.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the list of sessions: figures as wide as they are, names in what is left.
final class SessionColumns {

    private static final double LEAST_NAME = 90;

    private SessionColumns() {
    }

    static void fill(TableView<SessionRow> table) {
        name(table, "sessions.name", SessionRow::title);
        name(table, "sessions.prompt", SessionRow::prompt);
        figure(table, "sessions.last", "time", SessionRow::last);
        figure(table, "sessions.calls", "number", SessionRow::calls);
        figure(table, "sessions.hit-rate", "number", SessionRow::hitRate);
        figure(table, "sessions.misses", "number", SessionRow::misses);
        figure(table, "sessions.cost", "number", SessionRow::cost);
    }

    private static TableColumn<SessionRow, SessionRow> column(TableView<SessionRow> table, String key) {
        var column = new TableColumn<SessionRow, SessionRow>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private static void name(TableView<SessionRow> table, String key, Function<SessionRow, String> value) {
        TableColumn<SessionRow, SessionRow> column = column(table, key);
        column.setMinWidth(LEAST_NAME);
        column.setCellFactory(each -> {
            var cell = new FigureCell<SessionRow>(value, needed -> {
                // A name can have any length.
            });
            cell.accessibleTextProperty().bind(cell.textProperty());
            Hint.setOf(cell, Hint.Source.TEXT);
            return cell;
        });
    }

    private static void figure(TableView<SessionRow> table, String key, String style,
            Function<SessionRow, String> value) {
        TableColumn<SessionRow, SessionRow> column = column(table, key);
        column.getStyleClass().add(style);
        column.setMinWidth(0);
        column.setPrefWidth(0);
        column.setCellFactory(each -> new FigureCell<>(value, needed -> {
            if (needed > column.getMinWidth()) {
                // After the layout that is under way: it would not hear of other widths.
                UiThread.later(() -> {
                    column.setMinWidth(Math.max(needed, column.getMinWidth()));
                    column.setMaxWidth(column.getMinWidth());
                });
            }
        }));
    }
}
