package dev.cachewright.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class CallChartTest {

    @Test
    void axisStepsArePowersOfTwoForPromptsAndRoundAbove() {
        assertThat(TokenAxis.reaching(1851)).isEqualTo(new TokenAxis(512, 4));
        assertThat(TokenAxis.reaching(1024)).isEqualTo(new TokenAxis(256, 4));
        assertThat(TokenAxis.reaching(4700)).isEqualTo(new TokenAxis(2048, 3));
        assertThat(TokenAxis.reaching(46_000)).isEqualTo(new TokenAxis(10_000, 5));
        assertThat(TokenAxis.reaching(0).top()).isPositive();
        assertThat(TokenAxis.reaching(1_000_000).values()).hasSizeBetween(4, 6).endsWith(1_000_000L);
    }

    @Test
    void arrowKeysWalkTheCallsAndStopAtTheEnds() {
        CallChart chart = FxToolkit.call(() -> chart(classic()));
        FxToolkit.run(() -> {
            press(chart, KeyCode.LEFT);
            assertThat(chart.getSelectedIndex()).isEqualTo(10);
            press(chart, KeyCode.RIGHT);
            assertThat(chart.getSelectedIndex()).isEqualTo(10);
            press(chart, KeyCode.LEFT);
            assertThat(chart.getSelectedIndex()).isEqualTo(9);
            press(chart, KeyCode.HOME);
            assertThat(chart.getSelectedIndex()).isZero();
            assertThat(chart.getAccessibleText()).isEqualTo("Calls chart, 11 calls. Call 1");
        });
    }

    @Test
    void theSelectionNeverPointsBeyondTheCalls() {
        FxToolkit.run(() -> {
            CallChart chart = chart(classic());
            chart.setSelectedIndex(10);
            chart.getBars().remove(4, 11);
            assertThat(chart.getSelectedIndex()).isEqualTo(3);
            chart.getBars().clear();
            assertThat(chart.getSelectedIndex()).isEqualTo(-1);
        });
    }

    @Test
    void aThousandCallsShowTheNewestAndHaveNodesOnlyForThoseInSight() {
        CallChart chart = FxToolkit.call(() -> chart(many(1000)));
        Stage stage = FxToolkit.call(() -> Snapshots.show(chart, 600, 250, Theme.Appearance.LIGHT));
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            assertThat(chart.lookupAll(".call-bar").size()).isLessThan(60);
            assertThat(numbers(chart)).contains("1000");
            chart.setSelectedIndex(3);
        });
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            assertThat(numbers(chart)).contains("4").doesNotContain("1000");
            stage.close();
        });
    }

    /// Calls that are sent together end in any order.
    @Test
    void everySecondColumnHasItsNumberWhateverTheirOrder() {
        List<CallBar> swapped = new ArrayList<>(many(24));
        for (int i = 0; i < 24; i += 4) {
            swapped.add(i + 2, swapped.remove(i));
        }
        CallChart chart = FxToolkit.call(() -> chart(swapped));
        Stage stage = FxToolkit.call(() -> Snapshots.show(chart, 600, 250, Theme.Appearance.LIGHT));
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            chart.setSelectedIndex(-1);
            assertThat(numbers(chart)).hasSize(12).startsWith("3", "4", "7", "8");
            stage.close();
        });
    }

    @Test
    void aWordThatWouldLieOverAnotherIsLeftOutAndItsLineStays() {
        CallChart chart = FxToolkit.call(() -> chart(changing()));
        Stage stage = FxToolkit.call(() -> Snapshots.show(chart, 600, 250, Theme.Appearance.LIGHT));
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            assertThat(chart.lookupAll(".call-change").stream().filter(Node::isVisible)).hasSize(4);
            assertThat(chart.lookupAll(".call-change-word").stream().filter(Node::isVisible)
                    .map(node -> ((Label) node).getText())).containsExactlyInAnyOrder("gpt-5.4", "prompt edited",
                            "a-model-with-a-rather-long-name");
            stage.close();
        });
    }

    private static List<CallBar> changing() {
        List<CallBar> bars = new ArrayList<>(classic());
        change(bars, 2, "gpt-5.4");
        change(bars, 4, "prompt edited");
        change(bars, 5, "prompt edited again");
        change(bars, 10, "a-model-with-a-rather-long-name");
        return bars;
    }

    private static void change(List<CallBar> bars, int index, String word) {
        CallBar bar = bars.get(index);
        bars.set(index, new CallBar(bar.number(), bar.input(), bar.cached(), bar.written(), bar.forecast(),
                bar.unexpectedMiss(), bar.failed(), bar.description(), word));
    }

    @Test
    void chartsOfEachKindLookAsBefore() {
        Snapshots.check("call-chart", 600, 1250, () -> {
            CallChart selected = chart(classic());
            selected.setSelectedIndex(7);
            VBox box = new VBox(selected, chart(breakpoints()), chart(changing()), chart(many(60)), chart(List.of()));
            box.getStyleClass().add("sample-panel");
            return box;
        });
    }

    static CallChart chart(List<CallBar> bars) {
        CallChart chart = new CallChart();
        chart.setThreshold(1024);
        chart.getBars().setAll(bars);
        return chart;
    }

    static List<CallBar> classic() {
        long[] inputs = {1842, 1840, 1851, 1838, 1844, 1849, 1846, 1851, 1849, 1843, 1842};
        List<CallBar> bars = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            boolean miss = i == 7;
            bars.add(new CallBar(i + 1, inputs[i], i == 0 || miss ? 0 : 1536, 0, i == 0 ? -1 : 1536, miss, false,
                    "Call " + (i + 1)));
        }
        return bars;
    }

    private static List<CallBar> breakpoints() {
        List<CallBar> bars = new ArrayList<>();
        bars.add(new CallBar(1, 1842, 0, 1611, -1, false, false, "Call 1"));
        bars.add(new CallBar(2, 1840, 1611, 0, 1611, false, false, "Call 2"));
        bars.add(new CallBar(3, 1851, 0, 1611, 1611, true, false, "Call 3"));
        bars.add(new CallBar(4, 1851, -1, 0, 1611, false, false, "Call 4"));
        bars.add(new CallBar(5, 1851, 0, 0, 1611, false, true, "Call 5"));
        bars.add(new CallBar(6, 9200, 1611, 5000, 1611, false, false, "Call 6"));
        return bars;
    }

    private static List<CallBar> many(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(
                i -> new CallBar(i, 4700 + i % 7 * 40L, i % 11 == 0 ? 0 : 4608, 0, 4608, i % 11 == 0, false,
                        "Call " + i))
                .toList();
    }

    private static List<String> numbers(CallChart chart) {
        Set<Node> labels = chart.lookupAll(".call-number");
        return labels.stream().filter(node -> node.isVisible() && node.getParent().isVisible())
                .map(node -> ((Label) node).getText()).toList();
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
