package dev.cachewright.ui.sessions;

import dev.cachewright.ui.kit.FigureColumns;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the list of sessions; two of them are names.
final class SessionColumns {

    private static final double LEAST_NAME = 90;
    private static final double SHARE_OF_NAME = 0.58;

    private final TableColumn<SessionRow, SessionRow> name;
    private final TableColumn<SessionRow, SessionRow> prompt;

    private SessionColumns(TableView<SessionRow> table) {
        var columns = new FigureColumns<>(table, this::arrange);
        name = columns.name("sessions.name", LEAST_NAME, SessionRow::title);
        prompt = columns.name("sessions.prompt", LEAST_NAME, SessionRow::prompt);
        columns.figure("sessions.last", "time", SessionRow::last);
        columns.figure("sessions.calls", "number", SessionRow::calls);
        columns.figure("sessions.hit-rate", "number", SessionRow::hitRate);
        columns.figure("sessions.misses", "number", SessionRow::misses);
        columns.figure("sessions.cost", "number", SessionRow::cost);
        columns.follow();
    }

    static void fill(TableView<SessionRow> table) {
        new SessionColumns(table);
    }

    private void arrange(double width) {
        double left = Math.max(2 * LEAST_NAME, width);
        name.setPrefWidth(Math.max(LEAST_NAME, left * SHARE_OF_NAME));
        prompt.setPrefWidth(Math.max(LEAST_NAME, left - name.getPrefWidth()));
    }
}
