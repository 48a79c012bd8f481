package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.FittingRow;
import dev.cachewright.ui.kit.RowsInView;
import dev.cachewright.words.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The table of calls: sorted by any column, filtered by verdict and words; the chosen row is the chosen call, however
/// the rows stand.
public final class CallTable extends VBox {

    private static final int SEARCH_COLUMNS = 10;

    private final TableView<CallRow> table = new TableView<>();
    private final Map<CallColumn, TableColumn<CallRow, CallRow>> figures = new EnumMap<>(CallColumn.class);
    private final TableColumn<CallRow, CallRow> verdict = new TableColumn<>(Texts.get("session.column.verdict"));
    private final TextField search = new TextField();
    private final ComboBox<CallFilter.Choice> verdicts = new ComboBox<>();
    private final FittingRow bar = new FittingRow();
    private final Label shown = new Label();
    private final HBox filtered = new HBox(shown);
    private final CallColumns columns;
    /// The table moves its selection while rows come, go or are sorted: that is not the user's choice.
    private boolean isUnsettled;
    private boolean isChoosing;

    public CallTable() {
        getStyleClass().add("call-table");
        for (CallColumn column : CallColumn.values()) {
            figures.put(column, figure(column));
        }
        columns = new CallColumns(table, Stream.of(CallColumn.NUMBER, CallColumn.CACHED).map(figures::get).toList(),
                Stream.of(CallColumn.INPUT, CallColumn.FORECAST, CallColumn.WRITTEN, CallColumn.COST,
                        CallColumn.FIRST_TOKEN, CallColumn.TIME).map(figures::get).toList(),
                figures.get(CallColumn.WRITTEN));
        verdict.setMinWidth(100);
        verdict.setPrefWidth(130);
        verdict.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        verdict.setComparator((one, other) -> one.verdict().full().compareToIgnoreCase(other.verdict().full()));
        verdict.setCellFactory(column -> new VerdictCell(columns::widenVerdict));
        table.getColumns().setAll(figures.values());
        table.getColumns().add(verdict);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(Texts.get("session.table"));
        table.setPlaceholder(new Label(Texts.get("session.none-fits")));
        VBox.setVgrow(table, Priority.ALWAYS);
        fillBar();
        getChildren().setAll(bar, filtered, table);
    }

    private TableColumn<CallRow, CallRow> figure(CallColumn each) {
        var column = new TableColumn<CallRow, CallRow>(each.title());
        column.getStyleClass().add(each.style());
        column.setMinWidth(each.least());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(each.order());
        column.setUserData(each);
        return column;
    }

    private void fillBar() {
        search.setPromptText(Texts.get("session.search"));
        search.setAccessibleText(Texts.get("session.search-help"));
        search.setPrefColumnCount(SEARCH_COLUMNS);
        verdicts.setAccessibleText(Texts.get("session.filter-verdict"));
        bar.getWords().setAll(search, verdicts);
        bar.getStyleClass().add("call-filter");
        filtered.getStyleClass().add("call-filtered");
        shown.setWrapText(true);
        shown.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(shown, Priority.ALWAYS);
    }

    /// Puts more beside the filter.
    void add(Node... more) {
        bar.getWords().addAll(more);
    }

    /// Shows the calls of the model, and keeps the choice of both the same, until the subscriptions are closed.
    void show(SessionViewModel model, Subscriptions subscriptions) {
        var filter = new CallFilter(model.rows());
        Runnable settle = () -> settle(model, filter);
        // Before the table hears of the same.
        subscriptions.add(filter.rows().subscribe(() -> unsettle(settle)));
        subscriptions.add(table.comparatorProperty().subscribe(() -> {
            unsettle(settle);
            // Who sorts wants to see what comes first now.
            UiThread.later(() -> table.scrollTo(0));
        }));
        var sorted = new SortedList<>(filter.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(each -> new CallTableRow(model.hints()::tell));
        search.textProperty().bindBidirectional(filter.textProperty());
        verdicts.setItems(filter.choices());
        verdicts.valueProperty().bindBidirectional(filter.verdictProperty());
        var all = new Hyperlink(Texts.get("session.clear-filter"));
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(event -> filter.clear());
        filtered.getChildren().setAll(shown, all);
        subscriptions.add(filter.follow());
        subscriptions.add(filter.wordsProperty().subscribe(words -> {
            shown.setText(words);
            Views.setShown(filtered, !words.isEmpty());
        }));
        choose(model, filter, sorted, subscriptions);
        subscriptions.add(table.widthProperty().subscribe(width -> columns.arrangeSoon()));
        subscriptions.add(table.heightProperty().subscribe(height -> keepInView()));
        subscriptions.add(model.writingProperty().subscribe(columns::setWriting));
    }

    private void choose(SessionViewModel model, CallFilter filter, SortedList<CallRow> sorted,
            Subscriptions subscriptions) {
        subscriptions.add(model.selectedIndexProperty().subscribe(index -> showChosen(model, filter)));
        subscriptions.add(table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            int index = table.getSelectionModel().getSelectedIndex();
            boolean isThere = index >= 0 && index < sorted.size() && sorted.get(index) == row;
            if (isThere && !isUnsettled && !isChoosing) {
                model.selectedIndexProperty().set(filter.rows().getSourceIndex(sorted.getSourceIndex(index)));
            }
        }));
    }

    private void unsettle(Runnable settle) {
        if (!isUnsettled) {
            isUnsettled = true;
            UiThread.later(settle);
        }
    }

    private void settle(SessionViewModel model, CallFilter filter) {
        isUnsettled = false;
        showChosen(model, filter);
    }

    private void showChosen(SessionViewModel model, CallFilter filter) {
        if (isUnsettled) {
            return;
        }
        int index = filter.viewIndex(model.selectedIndexProperty().get());
        int row = index < 0 ? -1 : ((SortedList<CallRow>) table.getItems()).getViewIndex(index);
        isChoosing = true;
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != row) {
            table.getSelectionModel().clearAndSelect(row);
        }
        isChoosing = false;
        keepInView();
    }

    /// The chosen call, else the newest one, as in the chart.
    private void keepInView() {
        RowsInView.keep(table);
        if (table.getSortOrder().isEmpty()) {
            RowsInView.showLast(table);
        }
    }
}
