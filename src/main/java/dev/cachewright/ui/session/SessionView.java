package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.Callout;
import dev.cachewright.ui.kit.RowsInView;
import dev.cachewright.ui.kit.chart.CallChart;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The session tab.
public final class SessionView implements AutoCloseable {

    /// Below this width the table leaves out what chart, figures and response show as well.
    private static final double NARROW = 520;
    /// Below it the time to the first token makes room for the written tokens.
    private static final double WIDE = 700;

    @FXML
    private CallChart chart;
    @FXML
    private TableView<CallRow> table;
    @FXML
    private TableColumn<CallRow, Integer> number;
    @FXML
    private TableColumn<CallRow, String> time;
    @FXML
    private TableColumn<CallRow, String> input;
    @FXML
    private TableColumn<CallRow, String> cached;
    @FXML
    private TableColumn<CallRow, String> written;
    @FXML
    private TableColumn<CallRow, String> forecast;
    @FXML
    private TableColumn<CallRow, String> firstToken;
    @FXML
    private TableColumn<CallRow, String> cost;
    @FXML
    private TableColumn<CallRow, CallRow> verdict;
    @FXML
    private Callout summary;
    @FXML
    private ReadOnlyText request;
    @FXML
    private ReadOnlyText usage;

    private final SessionViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    public SessionView(SessionViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        fill(number, CallRow::number);
        fill(time, CallRow::time);
        fill(input, CallRow::input);
        fill(cached, CallRow::cached);
        fill(written, CallRow::written);
        fill(forecast, CallRow::forecast);
        fill(firstToken, CallRow::firstToken);
        fill(cost, CallRow::cost);
        fill(verdict, Function.identity());
        verdict.setCellFactory(column -> new VerdictCell());
        for (TableColumn<?, ?> column : List.of(time, forecast)) {
            column.visibleProperty().bind(table.widthProperty().greaterThan(NARROW));
        }
        firstToken.visibleProperty().bind(table.widthProperty().greaterThan(
                Bindings.when(model.writingProperty()).then(WIDE).otherwise(NARROW)));
        written.visibleProperty().bind(model.writingProperty());
        table.setItems(model.rows());
        chart.setBars(model.bars());
        chart.selectedIndexProperty().bindBidirectional(model.selectedIndexProperty());
        subscriptions.add(model.selectedIndexProperty().subscribe(index -> showSelected(index.intValue())));
        subscriptions.add(table.getSelectionModel().selectedIndexProperty()
                .subscribe(index -> choose(index.intValue())));
        subscriptions.add(table.heightProperty().subscribe(height -> RowsInView.keep(table)));
        subscriptions.add(model.detailsProperty().subscribe(this::showDetails));
    }

    private static <T> void fill(TableColumn<CallRow, T> column, Function<CallRow, T> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    }

    // The table drops its selection while its calls are replaced: that is not the user's choice.
    private void choose(int index) {
        if (index >= 0) {
            model.selectedIndexProperty().set(index);
        }
    }

    private void showSelected(int index) {
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
            RowsInView.keep(table);
        }
    }

    private void showDetails(CallDetails details) {
        summary.setText(details.summary());
        summary.setTone(details.tone());
        request.setText(details.request());
        usage.setText(details.usage());
    }

    @FXML
    private void startNew() {
        // The button goes with the calls; what comes next in the window should not look chosen.
        chart.getScene().getRoot().requestFocus();
        model.startNew();
    }

    @FXML
    private void copyRequest() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, request.getText()));
    }

    public SessionViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
