package dev.cachewright.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Session;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.chart.CallChart;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTableTest {

    /// Thirty calls; 1 is cold, every tenth missed, 15 failed, and the costs rise and fall.
    private final WorkspaceFixture fixture = WorkspaceFixture.restoring(new Session("table",
            IntStream.rangeClosed(1, 30).mapToObj(number -> number == 1 ? SampleCalls.cold(number)
                    : number == 15 ? SampleCalls.failed(number)
                            : number % 10 == 0 ? SampleCalls.unexpected(number) : SampleCalls.warmCall(number))
                    .toList()))
            .openSample();
    private final SessionViewModel model = new SessionViewModel(fixture.workspace());
    private final Stage stage = FxToolkit.call(() -> Snapshots.show(Views.load(new SessionView(model, () -> {
    }, command -> {
    })).root(), 700, 900,
            Theme.Appearance.LIGHT));

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
    }

    @Test
    void figuresAreSortedAsNumbersAndUnknownOnesAreLess() {
        FxToolkit.run(() -> {
            sort("Input", TableColumn.SortType.DESCENDING);
            assertThat(numbers().getFirst()).isIn(10, 20, 30);
            sort("Cached", TableColumn.SortType.ASCENDING);
            assertThat(numbers().subList(0, 5)).containsExactly(15, 1, 10, 20, 30);
            sort("#", TableColumn.SortType.DESCENDING);
            assertThat(numbers()).startsWith(30, 29, 28).endsWith(3, 2, 1);
        });
    }

    @Test
    void aRowThatIsPointedAtSaysWhyItsCallMissedAndWhatThatCost() {
        FxToolkit.run(() -> {
            verdicts().setValue(verdicts().getItems().get(1));
            sort("#", TableColumn.SortType.ASCENDING);
        });
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            TableRow<?> missed = pointedAt(10);
            assertThat(missed.getTooltip().getText()).startsWith("Call 10 ").endsWith(".");
            assertThat(missed.getAccessibleHelp()).isEqualTo(missed.getTooltip().getText());
        });
        FxToolkit.run(() -> verdicts().setValue(verdicts().getItems().getFirst()));
        FxToolkit.frames(3);
        FxToolkit.run(() -> assertThat(pointedAt(2).getTooltip()).isNull());
    }

    private TableRow<?> pointedAt(int number) {
        TableRow<?> found = table().lookupAll(".table-row-cell").stream().map(node -> (TableRow<?>) node)
                .filter(row -> row.getItem() instanceof CallRow call && call.number() == number).findFirst()
                .orElseThrow();
        Event.fireEvent(found, new MouseEvent(MouseEvent.MOUSE_ENTERED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false,
                false, false, false, false, false, true, false, true, null));
        return found;
    }

    @Test
    void theChosenCallIsTheSameInChartAndTableHoweverRowsAreSorted() {
        FxToolkit.run(() -> {
            chart().setSelectedIndex(6);
            sort("#", TableColumn.SortType.DESCENDING);
        });
        FxToolkit.run(() -> {
            assertThat(chosen()).isEqualTo(7);
            assertThat(chart().getSelectedIndex()).isEqualTo(6);
            table().getSelectionModel().clearAndSelect(0);
            assertThat(chart().getSelectedIndex()).isEqualTo(29);
            chart().setSelectedIndex(3);
            assertThat(chosen()).isEqualTo(4);
        });
    }

    @Test
    void aFilterThatHidesTheChosenCallLeavesItChosenInTheChart() {
        FxToolkit.run(() -> {
            chart().setSelectedIndex(6);
            verdicts().setValue(verdicts().getItems().get(1));
            assertThat(numbers()).containsExactly(10, 20, 30);
        });
        FxToolkit.run(() -> {
            assertThat(chosen()).isEqualTo(-1);
            assertThat(chart().getSelectedIndex()).isEqualTo(6);
            table().getSelectionModel().clearAndSelect(1);
            assertThat(chart().getSelectedIndex()).isEqualTo(19);
            node(".call-filtered .hyperlink", Hyperlink.class).fire();
            assertThat(numbers()).hasSize(30);
        });
        FxToolkit.run(() -> assertThat(chosen()).isEqualTo(20));
    }

    @Test
    void whatIsFilteredIsSaidAndCanBeCleared() {
        FxToolkit.run(() -> {
            assertThat(node(".call-filtered", Node.class).isVisible()).isFalse();
            search().setText("failed");
            assertThat(numbers()).containsExactly(15);
            assertThat(node(".call-filtered .label", Label.class).getText()).isEqualTo("1 of 30 calls");
            node(".call-filtered .hyperlink", Hyperlink.class).fire();
            assertThat(search().getText()).isEmpty();
            assertThat(node(".call-filtered", Node.class).isVisible()).isFalse();
        });
    }

    @Test
    void theSearchLooksAtFiguresVerdictsPromptAndModelAndWantsEachWord() {
        FxToolkit.run(() -> {
            search().setText("GPT-5.4 cold");
            assertThat(numbers()).containsExactly(1);
            search().setText("812 ms");
            assertThat(numbers()).containsExactly(1);
            search().setText("gpt-4");
            assertThat(numbers()).isEmpty();
            assertThat(model.selectedIndexProperty().get()).isEqualTo(-1);
        });
    }

    @Test
    void aCallThatComesWhileRowsAreSortedAndFilteredIsChosenWhereItBelongs() {
        FxToolkit.run(() -> {
            search().setText("gpt-5.4");
            sort("#", TableColumn.SortType.DESCENDING);
            fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();
        });
        FxToolkit.run(() -> {
            assertThat(numbers().getFirst()).isEqualTo(31);
            assertThat(chosen()).isEqualTo(31);
            assertThat(chart().getSelectedIndex()).isEqualTo(30);
            assertThat(node(".call-filtered .label", Label.class).getText()).isEqualTo("31 of 31 calls");
        });
    }

    @Test
    void verdictsThatComeCanBeAskedFor() {
        FxToolkit.run(() -> {
            assertThat(verdicts().getItems()).extracting(CallFilter.Choice::words).containsExactly("All verdicts",
                    "unexpected misses", "cold", "as forecast", "unexplained", "failed");
            verdicts().setValue(verdicts().getItems().get(3));
            assertThat(numbers()).hasSize(25);
        });
    }

    private List<Integer> numbers() {
        return table().getItems().stream().map(CallRow::number).toList();
    }

    private int chosen() {
        CallRow row = table().getSelectionModel().getSelectedItem();
        return row == null ? -1 : row.number();
    }

    private void sort(String title, TableColumn.SortType type) {
        TableColumn<CallRow, ?> column = table().getColumns().stream()
                .filter(each -> each.getText().equals(title)).findFirst().orElseThrow();
        column.setSortType(type);
        table().getSortOrder().setAll(List.of(column));
    }

    @SuppressWarnings("unchecked")
    private TableView<CallRow> table() {
        return node(".table-view", TableView.class);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CallFilter.Choice> verdicts() {
        return node(".call-filter .combo-box", ComboBox.class);
    }

    private TextField search() {
        return node(".call-filter .text-field", TextField.class);
    }

    private CallChart chart() {
        return node(".call-chart", CallChart.class);
    }

    private <N> N node(String selector, Class<N> type) {
        return type.cast(stage.getScene().lookup(selector));
    }
}
