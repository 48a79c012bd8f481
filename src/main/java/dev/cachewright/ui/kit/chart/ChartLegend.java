package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.ChartCalls;
import dev.cachewright.chart.ChartWords;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.Legend;
import dev.cachewright.chart.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/// The words for the colours and marks of the [CallChart]; those of layers are switches. Wraps where it is narrow.
final class ChartLegend extends FlowPane {

    private static final double SAMPLE_HEIGHT = 14;

    private final ChartState state;
    private final Painter painter;
    private final ChartWords words;
    private final Map<Role, Canvas> samples = new EnumMap<>(Role.class);
    private final Map<Role, Label> parts = new EnumMap<>(Role.class);
    private final List<ToggleButton> switches = new ArrayList<>();
    private List<Role> shown = List.of();

    ChartLegend(ChartState state, ChartInks inks, ChartWords words) {
        this.state = state;
        this.painter = new Painter(inks);
        this.words = words;
        getStyleClass().add("call-legend");
        for (Layer layer : Layer.values()) {
            switches.add(toggle(layer));
        }
        state.callsProperty().subscribe(this::show);
        inks.versionProperty().subscribe(this::paint);
    }

    private void show(ChartCalls calls) {
        List<Role> wanted = Legend.parts(calls);
        wanted.forEach(role -> parts.computeIfAbsent(role, this::part).setText(Legend.text(role, calls, words)));
        if (!wanted.equals(shown)) {
            shown = wanted;
            var items = new ArrayList<Node>(wanted.stream().map(parts::get).toList());
            items.addAll(switches);
            getChildren().setAll(items);
            paint();
        }
    }

    private Label part(Role role) {
        var item = new Label("", sample(role));
        item.getStyleClass().add("call-legend-item");
        return item;
    }

    private ToggleButton toggle(Layer layer) {
        var item = new ToggleButton(words.name(layer), sample(layer.role()));
        item.getStyleClass().setAll("call-legend-switch");
        item.setSelected(state.getLayers().contains(layer));
        item.selectedProperty().subscribe(isShown -> state.setShown(layer, isShown));
        return item;
    }

    private Canvas sample(Role role) {
        return samples.computeIfAbsent(role, each -> new Canvas(Legend.SAMPLE, SAMPLE_HEIGHT));
    }

    private void paint() {
        samples.forEach((role, canvas) -> painter.paint(canvas, Legend.sample(role, SAMPLE_HEIGHT)));
    }
}
