package dev.cachewright.ui.sessions;

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

/// The columns of the list of sessions: figures as wide as they are, names in what is left.
final class SessionColumns {

    private static final double LEAST_NAME = 90;
    private static final double SCROLL_BAR = 14;
    private static final double SHARE_OF_NAME = 0.58;

    private final TableView<SessionRow> table;
    private final List<TableColumn<SessionRow, SessionRow>> figures = new ArrayList<>();
    private final TableColumn<SessionRow, SessionRow> name;
    private final TableColumn<SessionRow, SessionRow> prompt;

    private SessionColumns(TableView<SessionRow> table) {
        this.table = table;
        this.name = name("sessions.name", SessionRow::title);
        this.prompt = name("sessions.prompt", SessionRow::prompt);
        figure("sessions.last", "time", SessionRow::last);
        figure("sessions.calls", "number", SessionRow::calls);
        figure("sessions.hit-rate", "number", SessionRow::hitRate);
        figure("sessions.misses", "number", SessionRow::misses);
        figure("sessions.cost", "number", SessionRow::cost);
    }

    static void fill(TableView<SessionRow> table) {
        var columns = new SessionColumns(table);
        table.widthProperty().subscribe(width -> UiThread.later(columns::arrange));
    }

    private void arrange() {
        double taken = figures.stream().mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR;
        double left = Math.max(2 * LEAST_NAME, table.getWidth() - taken);
        name.setPrefWidth(Math.max(LEAST_NAME, left * SHARE_OF_NAME));
        prompt.setPrefWidth(Math.max(LEAST_NAME, left - name.getPrefWidth()));
    }

    private TableColumn<SessionRow, SessionRow> column(String key) {
        var column = new TableColumn<SessionRow, SessionRow>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private TableColumn<SessionRow, SessionRow> name(String key, Function<SessionRow, String> value) {
        TableColumn<SessionRow, SessionRow> column = column(key);
        column.setMinWidth(LEAST_NAME);
        column.setCellFactory(each -> {
            var cell = new FigureCell<SessionRow>(value, needed -> {
                // A name can have any length.
            });
            cell.accessibleTextProperty().bind(cell.textProperty());
            Hint.setOf(cell, Hint.Source.TEXT);
            return cell;
        });
        return column;
    }

    private void figure(String key, String style, Function<SessionRow, String> value) {
        TableColumn<SessionRow, SessionRow> column = column(key);
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
