package dev.cachewright.ui.values;

import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.Hint;
import dev.cachewright.ui.kit.RowsInView;
import dev.cachewright.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The values tab.
public final class ValuesView implements AutoCloseable {

    /// More columns than this are scrolled rather than squeezed.
    private static final int FITTING = 6;
    private static final int NARROWEST = 64;
    private static final int WIDEST = 320;
    /// Columns are not squeezed below this width.
    private static final int READABLE = 96;
    private static final int CHARACTER = 7;
    private static final int PADDING = 24;
    private static final int SAMPLED_ROWS = 50;

    @FXML
    private TableView<Integer> table;
    @FXML
    private TableColumn<Integer, String> number;

    private final ValuesViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    public ValuesView(ValuesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        number.setCellValueFactory(row -> new ReadOnlyStringWrapper(Numbers.count(row.getValue() + 1)));
        subscriptions.add(model.valuesProperty().subscribe(this::show));
        subscriptions.add(model.rowProperty().subscribe(row -> select(row.intValue())));
        subscriptions.add(table.getSelectionModel().selectedIndexProperty().subscribe(index -> use(index.intValue())));
    }

    private void show(Values values) {
        List<TableColumn<Integer, String>> columns = new ArrayList<>(List.of(number));
        values.columns().forEach(name -> columns.add(column(values, name)));
        table.setColumnResizePolicy(values.columns().size() > FITTING
                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().clearSelection();
        table.getColumns().setAll(columns);
        table.getItems().setAll(IntStream.range(0, values.rows().size()).boxed().toList());
        select(model.rowProperty().get());
    }

    private static TableColumn<Integer, String> column(Values values, String name) {
        TableColumn<Integer, String> column = new TableColumn<>();
        column.setGraphic(hinted(new Label(name)));
        column.setCellFactory(each -> new ValueCell());
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                ValuesViewModel.cell(values.row(row.getValue()), name)));
        column.setSortable(false);
        int longest = values.rows().stream().limit(SAMPLED_ROWS).mapToInt(row -> length(row, name)).max().orElse(0);
        long wanted = (long) CHARACTER * Math.max(longest, name.length()) + PADDING;
        column.setPrefWidth(Math.clamp(wanted, NARROWEST, WIDEST));
        column.setMinWidth(Math.clamp(wanted, NARROWEST, READABLE));
        return column;
    }

    /// A text that may be cut: its hint says all of it.
    private static <T extends Labeled> T hinted(T labeled) {
        labeled.accessibleTextProperty().bind(labeled.textProperty());
        Hint.setOf(labeled, Hint.Source.TEXT);
        return labeled;
    }

    private static final class ValueCell extends TableCell<Integer, String> {

        private ValueCell() {
            hinted(this);
        }

        @Override
        protected void updateItem(String value, boolean isEmpty) {
            super.updateItem(value, isEmpty);
            setText(isEmpty ? "" : value);
        }
    }

    private static int length(Row row, String name) {
        return ValuesViewModel.cell(row, name).length();
    }

    private void select(int row) {
        if (row < table.getItems().size() && table.getSelectionModel().getSelectedIndex() != row) {
            table.getSelectionModel().clearAndSelect(row);
            RowsInView.keep(table);
        }
    }

    private void use(int index) {
        if (index >= 0) {
            model.useRow(index);
        }
    }

    @FXML
    private void chooseFile() {
        model.chooseFile();
    }

    @FXML
    private void previous() {
        model.previous();
    }

    @FXML
    private void next() {
        model.next();
    }

    public ValuesViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
