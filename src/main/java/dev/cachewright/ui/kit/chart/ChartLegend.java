package dev.cachewright.ui.kit.chart;

import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// The words for the colours and marks of the [CallChart]; wraps where it is narrow.
final class ChartLegend extends FlowPane {

    private final Label threshold = item("threshold", "");
    private final Label unknown = item("unknown", Texts.get("call-chart.unknown"));
    private final Label failed = item("failed", Texts.get("call-chart.failed"));

    ChartLegend() {
        getStyleClass().add("call-legend");
        getChildren().setAll(item("cached", Texts.get("call-chart.cached")),
                item("uncached", Texts.get("call-chart.uncached")),
                item("written", Texts.get("call-chart.written")),
                item("missed", Texts.get("call-chart.miss")),
                item("forecast", Texts.get("call-chart.forecast")), threshold, unknown, failed);
        show(List.of(), 0);
    }

    /// Rare marks are explained only where they occur.
    void show(List<CallBar> bars, long thresholdTokens) {
        threshold.setText(Texts.format("call-chart.threshold", Numbers.count(thresholdTokens)));
        present(threshold, thresholdTokens > 0);
        present(unknown, bars.stream().anyMatch(bar -> !bar.isReported() && !bar.failed()));
        present(failed, bars.stream().anyMatch(CallBar::failed));
    }

    private static void present(Label item, boolean wanted) {
        item.setVisible(wanted);
        item.setManaged(wanted);
    }

    private static Label item(String part, String text) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("call-swatch", "call-" + part);
        Label item = new Label(text, swatch);
        item.getStyleClass().addAll("call-legend-item", "call-legend-" + part);
        return item;
    }
}
