package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.ChartCalls;
import dev.cachewright.chart.Span;
import dev.cachewright.ui.kit.IconButton;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.stream.IntStream;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above the plot: which calls are in sight, and the buttons that go to others.
final class ChartHead extends HBox {

    private final ChartState state;
    private final Label inSight = new Label();
    private final Button previous = button("call-chart.previous-miss", "fth-chevron-left");
    private final Button next = button("call-chart.next-miss", "fth-chevron-right");
    private final Button back = button("call-chart.show-back", "fth-corner-up-left");
    private final Button more = button("call-chart.zoom-out", "fth-zoom-out");
    private final Button fewer = button("call-chart.zoom-in", "fth-zoom-in");
    private final Button all = button("call-chart.show-all", "fth-maximize-2");
    private final Button pictures = button("call-chart.pictures", "fth-image");
    private ChartCalls counted;
    private long misses;
    private String note = "";

    ChartHead(ChartState state, ContextMenu menu) {
        this.state = state;
        getStyleClass().add("call-head");
        previous.getStyleClass().add("call-miss-button");
        next.getStyleClass().add("call-miss-button");
        inSight.setWrapText(true);
        inSight.setMinHeight(Region.USE_PREF_SIZE);
        inSight.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(inSight, Priority.ALWAYS);
        previous.setOnAction(event -> state.nextMiss(-1));
        next.setOnAction(event -> state.nextMiss(1));
        back.setOnAction(event -> state.back());
        more.setOnAction(event -> state.zoomOut());
        fewer.setOnAction(event -> state.zoomIn());
        all.setOnAction(event -> state.showAll());
        pictures.setOnAction(event -> menu.show(pictures, Side.BOTTOM, 0, 0));
        getChildren().setAll(inSight, previous, next, back, more, fewer, all, pictures);
        state.callsProperty().subscribe(() -> tell(""));
        state.sightProperty().subscribe(() -> tell(""));
    }

    private static Button button(String key, String icon) {
        var button = new IconButton();
        button.setText(Texts.get(key));
        button.setIcon(icon);
        return button;
    }

    /// Says what became of a picture, until something else is looked at.
    void tell(String words) {
        note = words;
        refresh();
    }

    /// After the layout, which may show more or fewer calls.
    void refresh() {
        ChartCalls calls = state.getCalls();
        if (calls != counted) {
            counted = calls;
            misses = IntStream.range(0, calls.size()).filter(i -> calls.get(i).isUnexpectedMiss()).count();
        }
        if (calls.size() == 0) {
            inSight.setText("");
            return;
        }
        Span span = state.span();
        boolean isWhole = state.getSight().isWhole(state.room());
        inSight.setText(note.isEmpty() ? words(calls, span, isWhole) : note);
        previous.setDisable(misses == 0);
        next.setDisable(misses == 0);
        back.setDisable(!state.getSight().hasBack());
        all.setDisable(isWhole);
        more.setDisable(isWhole);
    }

    private String words(ChartCalls calls, Span span, boolean isWhole) {
        String which = isWhole
                ? Texts.format("call-chart.in-sight-all", calls.size())
                : Texts.format("call-chart.in-sight", number(calls, (int) Math.floor(span.from() + 0.5)),
                        number(calls, (int) Math.ceil(span.to() - 0.5) - 1), Numbers.count(calls.size()));
        return misses == 0 ? which
                : Texts.format("call-chart.figure", which + " ·", Texts.format("call-chart.misses", misses));
    }

    private static String number(ChartCalls calls, int index) {
        return Numbers.count(calls.get(Math.clamp(index, 0, calls.size() - 1)).number());
    }
}
