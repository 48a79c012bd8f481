package dev.cachewright.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.chart.CallBar;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.SampleBars;
import dev.cachewright.chart.Shape;
import dev.cachewright.chart.Span;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallChartTest {

    private final List<Stage> shown = new ArrayList<>();

    @AfterEach
    void close() {
        FxToolkit.run(() -> shown.forEach(Stage::close));
    }

    @Test
    void arrowKeysWalkTheCallsAndStopAtTheEnds() {
        CallChart chart = shown(SampleBars.classic());
        FxToolkit.run(() -> {
            press(chart, KeyCode.LEFT);
            assertThat(chart.getSelectedIndex()).isEqualTo(10);
            press(chart, KeyCode.RIGHT);
            assertThat(chart.getSelectedIndex()).isEqualTo(10);
            press(chart, KeyCode.LEFT);
            assertThat(chart.getSelectedIndex()).isEqualTo(9);
            press(chart, KeyCode.HOME);
            assertThat(chart.getSelectedIndex()).isZero();
        });
    }

    @Test
    void aScreenReaderHearsTheFiguresOfTheChosenCall() {
        FxToolkit.run(() -> {
            CallChart chart = chart(SampleBars.classic());
            assertThat(chart.getAccessibleText()).isEqualTo("Calls chart, 11 calls");
            chart.setSelectedIndex(7);
            assertThat(chart.getAccessibleText()).isEqualTo("Calls chart, 11 calls. Call 8. "
                    + "hit rate so far 62.4% · first token 809 ms · cost $0.0059");
        });
    }

    @Test
    void theSelectionNeverPointsBeyondTheCalls() {
        FxToolkit.run(() -> {
            CallChart chart = chart(SampleBars.classic());
            chart.setSelectedIndex(10);
            chart.getBars().remove(4, 11);
            assertThat(chart.getSelectedIndex()).isEqualTo(3);
            chart.getBars().clear();
            assertThat(chart.getSelectedIndex()).isEqualTo(-1);
        });
    }

    @Test
    void aThousandCallsShowTheNewestAndWhatIsChosenComesIntoSight() {
        CallChart chart = shown(SampleBars.many(1000));
        FxToolkit.run(() -> {
            assertThat(numbers(chart)).contains("1,000");
            assertThat(said(chart)).isEqualTo("Calls 958 to 1,000, 1,000 in all · 90 unexpected misses");
            chart.setSelectedIndex(3);
        });
        FxToolkit.frames(3);
        FxToolkit.run(() -> assertThat(numbers(chart)).contains("4").doesNotContain("1,000"));
    }

    @Test
    void theNewestCallsStayInSightWhereTheyWereAndAPartStaysWhereItIs() {
        CallChart chart = shown(SampleBars.many(1000));
        FxToolkit.run(() -> chart.getBars().add(SampleBars.many(1001).getLast()));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            assertThat(chart.frame().span().to()).isEqualTo(1001);
            chart.state().move(-500);
        });
        FxToolkit.frames(2);
        Span part = FxToolkit.call(() -> chart.frame().span());
        FxToolkit.run(() -> chart.getBars().add(SampleBars.many(1002).getLast()));
        FxToolkit.frames(2);
        FxToolkit.run(() -> assertThat(chart.frame().span()).isEqualTo(part));
    }

    @Test
    void ofAnotherSessionTheNewestCallsAreInSight() {
        CallChart chart = shown(SampleBars.many(1000));
        FxToolkit.run(() -> chart.state().move(-500));
        FxToolkit.run(() -> chart.getBars().setAll(SampleBars.session(500)));
        FxToolkit.frames(2);
        FxToolkit.run(() -> assertThat(chart.frame().span().to()).isEqualTo(500));
    }

    /// Calls that are sent together end in any order.
    @Test
    void everySecondColumnHasItsNumberWhateverTheirOrder() {
        List<CallBar> swapped = new ArrayList<>(SampleBars.many(24));
        for (int i = 0; i < 24; i += 4) {
            swapped.add(i + 2, swapped.remove(i));
        }
        CallChart chart = shown(swapped);
        FxToolkit.run(() -> assertThat(numbers(chart)).hasSize(12).startsWith("3", "4", "7", "8"));
    }

    @Test
    void aDragAcrossBarsShowsThemAloneAndEscapeAndADoubleClickGoBack() {
        CallChart chart = shown(SampleBars.many(40));
        Span before = FxToolkit.call(() -> chart.frame().span());
        for (boolean isByKey : List.of(true, false)) {
            FxToolkit.run(() -> drag(chart, chart.frame().x(10.2), chart.frame().x(19.7)));
            FxToolkit.frames(2);
            FxToolkit.run(() -> {
                assertThat(chart.frame().span()).isEqualTo(new Span(10, 20));
                assertThat(chart.getSelectedIndex()).isEqualTo(-1);
                if (isByKey) {
                    press(chart, KeyCode.ESCAPE);
                } else {
                    click(chart, chart.frame().x(12.5), 2);
                }
            });
            FxToolkit.frames(2);
            FxToolkit.run(() -> assertThat(chart.frame().span()).isEqualTo(before));
        }
    }

    @Test
    void theWheelZoomsAroundThePointerAndScrollsSideways() {
        CallChart chart = shown(SampleBars.many(1000));
        FxToolkit.run(() -> {
            double x = chart.frame().x(980);
            scroll(chart, x, 0, -40);
            chart.layout();
            assertThat(chart.frame().span().length()).isGreaterThan(50);
            scroll(chart, 300, 4000, 0);
            chart.layout();
            assertThat(chart.frame().span().to()).isLessThan(800);
            double place = chart.frame().placeAt(300);
            scroll(chart, 300, 0, 120);
            chart.layout();
            assertThat(chart.frame().placeAt(300)).isCloseTo(place, within(1e-6));
            press(chart, KeyCode.DIGIT0);
            chart.layout();
            assertThat(chart.frame().span()).isEqualTo(new Span(0, 1000));
        });
    }

    @Test
    void theStripBelowMovesThePartInSight() {
        CallChart chart = shown(SampleBars.many(1000));
        FxToolkit.run(() -> {
            Node strip = chart.lookup(".call-overview");
            fire(strip, MouseEvent.MOUSE_PRESSED, chart.frame().left() + chart.frame().width() / 2, 1);
            chart.layout();
            Span half = chart.frame().span();
            assertThat((half.from() + half.to()) / 2).isBetween(498.0, 502.0);
            fire(strip, MouseEvent.MOUSE_DRAGGED, chart.frame().left(), 1);
            chart.layout();
            assertThat(chart.frame().span().from()).isZero();
        });
    }

    @Test
    void nextMissGoesFromMissToMissAndBeginsAnew() {
        CallChart chart = shown(SampleBars.many(30));
        FxToolkit.run(() -> {
            List<Integer> seen = new ArrayList<>();
            for (KeyCode key : List.of(KeyCode.N, KeyCode.N, KeyCode.N, KeyCode.P)) {
                press(chart, key);
                seen.add(chart.getSelectedIndex());
            }
            assertThat(seen).containsExactly(10, 21, 10, 21);
        });
    }

    @Test
    void aClickInAColumnOfManyCallsChoosesTheMissInIt() {
        CallChart chart = shown(SampleBars.session(10_000));
        FxToolkit.run(() -> press(chart, KeyCode.DIGIT0));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            click(chart, chart.frame().x(399.5), 1);
            assertThat(chart.getSelectedIndex()).isEqualTo(399);
            fire(chart.lookup(".call-plot"), MouseEvent.MOUSE_MOVED, chart.frame().x(399.5), 0);
            assertThat(((Label) chart.lookup(".call-readout")).getText()).matches(
                    "Calls [\\d,]+ to [\\d,]+: 1 unexpected miss\nCall 400");
        });
    }

    @Test
    void switchesOfTheLegendShowAndHideLines() {
        CallChart chart = shown(SampleBars.classic());
        assertThat(FxToolkit.call(() -> lines(chart))).containsExactly(Role.HIT_RATE);
        FxToolkit.run(() -> chart.lookupAll(".call-legend-switch").stream().map(ToggleButton.class::cast)
                .forEach(ToggleButton::fire));
        FxToolkit.frames(2);
        assertThat(FxToolkit.call(() -> lines(chart))).containsExactly(Role.FIRST_TOKEN, Role.COST);
    }

    private static Set<Role> lines(CallChart chart) {
        return chart.shown().shapes().stream().map(Shape::role)
                .filter(Set.of(Role.HIT_RATE, Role.COST, Role.FIRST_TOKEN, Role.FORECAST)::contains)
                .filter(role -> role != Role.FORECAST || chart.state().getLayers().size() < 2)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void chartsOfEachKindLookAsBefore() {
        Snapshots.check("call-chart", 600, 1800, () -> {
            CallChart selected = chart(SampleBars.classic());
            selected.setSelectedIndex(7);
            return column(selected, chart(SampleBars.breakpoints()), chart(SampleBars.changing()),
                    chart(SampleBars.many(60)), chart(List.of()));
        });
    }

    @Test
    void chartsOfOneCallAndOfThousandsLookAsBefore() {
        Snapshots.check("call-chart-sizes", 600, 2300, () -> {
            CallChart thousands = chart(SampleBars.session(10_000));
            CallChart all = chart(SampleBars.session(10_000));
            all.state().showAll();
            CallChart lines = chart(SampleBars.session(200));
            lines.state().showAll();
            lines.state().setShown(Layer.COST, true);
            lines.state().setShown(Layer.FIRST_TOKEN, true);
            return column(chart(SampleBars.many(1)), chart(SampleBars.many(12)), lines, thousands, all);
        });
    }

    @Test
    void aNarrowChartLooksAsBefore() {
        Snapshots.check("call-chart-narrow", 380, 420, () -> column(chart(SampleBars.session(1_000))));
    }

    private static VBox column(CallChart... charts) {
        VBox box = new VBox(charts);
        box.getStyleClass().add("sample-panel");
        return box;
    }

    private static CallChart chart(List<CallBar> bars) {
        CallChart chart = new CallChart();
        chart.setThreshold(1024);
        chart.setDescriber(index -> "Call " + chart.getBars().get(index).number());
        chart.getBars().setAll(bars);
        return chart;
    }

    private CallChart shown(List<CallBar> bars) {
        CallChart chart = FxToolkit.call(() -> chart(bars));
        shown.add(FxToolkit.call(() -> Snapshots.show(chart, 600, 340, Theme.Appearance.LIGHT)));
        FxToolkit.frames(3);
        return chart;
    }

    private static List<String> numbers(CallChart chart) {
        return chart.shown().shapes().stream().filter(Shape.Words.class::isInstance).map(Shape.Words.class::cast)
                .filter(words -> words.anchor() == Shape.Anchor.MIDDLE && Stream.of(Role.TICK, Role.TICK_STRONG)
                        .anyMatch(role -> role == words.role()))
                .map(Shape.Words::text).toList();
    }

    private static String said(CallChart chart) {
        return ((Label) chart.lookup(".call-head > .label")).getText();
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void click(CallChart chart, double x, int count) {
        Node plot = chart.lookup(".call-plot");
        fire(plot, MouseEvent.MOUSE_PRESSED, x, count);
        fire(plot, MouseEvent.MOUSE_RELEASED, x, count);
        fire(plot, MouseEvent.MOUSE_CLICKED, x, count);
    }

    private static void drag(CallChart chart, double from, double to) {
        Node plot = chart.lookup(".call-plot");
        fire(plot, MouseEvent.MOUSE_PRESSED, from, 1);
        fire(plot, MouseEvent.MOUSE_DRAGGED, to, 0);
        fire(plot, MouseEvent.MOUSE_RELEASED, to, 0);
    }

    /// @param x in the node
    private static void fire(Node node, EventType<MouseEvent> type, double x, int count) {
        double there = node.localToScene(x, 0).getX();
        Event.fireEvent(node, new MouseEvent(type, there, 60, there, 60, MouseButton.PRIMARY, count, false, false,
                false, false, true, false, false, false, false, true, null));
    }

    private static void scroll(CallChart chart, double x, double sideways, double turned) {
        Node plot = chart.lookup(".call-plot");
        double there = plot.localToScene(x, 0).getX();
        Event.fireEvent(plot, new ScrollEvent(ScrollEvent.SCROLL, there, 60, there, 60, false, false, false, false,
                false, false, sideways, turned, sideways, turned, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }
}
