package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.Seldom;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Callout;
import dev.cachewright.ui.kit.RowsInView;
import dev.cachewright.ui.kit.chart.CallChart;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import dev.cachewright.words.Numbers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;

/// The session tab.
public final class SessionView implements AutoCloseable {

    @FXML
    private HBox scope;
    @FXML
    private CallChart chart;
    @FXML
    private TableView<CallRow> table;
    @FXML
    private TableColumn<CallRow, String> number;
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
    private final Runnable why;
    private final Subscriptions subscriptions = new Subscriptions();
    /// Of a series with many calls at a time nobody reads each.
    private final Seldom texts = new Seldom(this::showTexts);

    /// @param why shows why the chosen call left an earlier one
    public SessionView(SessionViewModel model, Runnable why) {
        this.model = model;
        this.why = why;
    }

    @FXML
    private void initialize() {
        CallColumns.fillAll(List.of(number, time, input, cached, written, forecast, firstToken, cost),
                List.of(row -> Numbers.count(row.number()), CallRow::time, CallRow::input, CallRow::cached,
                        CallRow::written, CallRow::forecast, CallRow::firstToken, CallRow::cost));
        CallColumns.fill(verdict, Function.identity());
        var columns = new CallColumns(table, List.of(number, cached),
                List.of(input, forecast, written, cost, firstToken, time), written);
        verdict.setCellFactory(column -> new VerdictCell(columns::widenVerdict));
        subscriptions.add(table.widthProperty().subscribe(width -> columns.arrangeSoon()));
        subscriptions.add(model.writingProperty().subscribe(columns::setWriting));
        subscriptions.add(model.getScope().textProperty().subscribe(words -> Views.setShown(scope, !words.isEmpty())));
        summary.setOnAction(event -> why.run());
        table.setItems(model.rows());
        chart.setBars(model.bars());
        chart.selectedIndexProperty().bindBidirectional(model.selectedIndexProperty());
        subscriptions.add(model.selectedIndexProperty().subscribe(index -> showSelected(index.intValue())));
        subscriptions.add(table.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            // The table drops its selection while its calls are replaced: that is not the user's choice.
            if (index.intValue() >= 0) {
                model.selectedIndexProperty().set(index.intValue());
            }
        }));
        subscriptions.add(table.heightProperty().subscribe(height -> keepInView()));
        subscriptions.add(model.rows().subscribe(this::keepInView));
        subscriptions.add(model.detailsProperty().subscribe(this::showDetails));
    }

    private void showSelected(int index) {
        if (index < 0) {
            table.getSelectionModel().clearSelection();
            keepInView();
        } else if (table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
            keepInView();
        }
    }

    /// The chosen call, else the newest one, as in the chart.
    private void keepInView() {
        RowsInView.keep(table);
        RowsInView.showLast(table);
    }

    private void showDetails(CallDetails details) {
        summary.setText(details.summary());
        summary.setTone(details.tone());
        texts.ask();
    }

    private void showTexts() {
        request.setText(model.detailsProperty().get().request());
        usage.setText(model.detailsProperty().get().usage());
    }

    @FXML
    private void toggleScope() {
        model.getScope().toggle();
    }

    @FXML
    private void startNew() {
        // The button goes with the calls; what comes next in the window should not look chosen.
        chart.getScene().getRoot().requestFocus();
        model.startNew();
    }

    @FXML
    private void copyRequest() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.detailsProperty().get().request()));
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
