package dev.cachewright.ui.whatif;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.FigureColumns;
import dev.cachewright.ui.kit.RowsInView;
import dev.cachewright.words.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The table of all models, that of the prompt chosen.
final class ModelTable {

    private static final double LEAST_NAME = 120;

    private final TableView<ModelRow> table;
    private final TableColumn<ModelRow, ModelRow> name;

    private ModelTable(TableView<ModelRow> table) {
        this.table = table;
        var columns = new FigureColumns<>(table, this::arrange);
        name = columns.name("what-if.model", LEAST_NAME, ModelRow::model);
        columns.figure("what-if.a-day", "number", ModelRow::perDay);
        columns.figure("what-if.hit-rate", "number", ModelRow::hitRate);
        columns.figure("what-if.a-call", "number", ModelRow::perCall);
        columns.follow();
        table.setPlaceholder(new Label(Texts.get("what-if.counting")));
    }

    static void connect(TableView<ModelRow> table, OtherModels models, Subscriptions subscriptions) {
        var made = new ModelTable(table);
        subscriptions.add(models.rowsProperty().subscribe(made::show));
    }

    private void show(List<ModelRow> rows) {
        table.getItems().setAll(rows);
        rows.stream().filter(ModelRow::isOwn).findFirst().ifPresent(own -> {
            table.getSelectionModel().select(own);
            RowsInView.keep(table);
        });
    }

    private void arrange(double left) {
        name.setPrefWidth(Math.max(LEAST_NAME, left));
    }
}
