package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.Frame;
import java.util.function.Function;
import javafx.scene.control.Label;

/// The figures of the call under the pointer, or of the chosen one where calls are walked with keys; always within the
/// chart.
final class Readout extends Label {

    private static final double WIDEST = 360;
    private static final double AWAY = 12;

    private final Function<Frame.Calls, String> figures;

    Readout(Function<Frame.Calls, String> figures) {
        this.figures = figures;
        getStyleClass().add("call-readout");
        setWrapText(true);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Beside this x, on the side where there is room.
    void show(Frame.Calls calls, double x, double width, double height) {
        setText(figures.apply(calls));
        double wide = Math.min(prefWidth(-1), Math.min(WIDEST * getFont().getSize() / 12, width));
        double high = prefHeight(wide);
        double left = x + AWAY + wide <= width ? x + AWAY : x - AWAY - wide;
        resizeRelocate(Math.round(Math.clamp(left, 0, Math.max(0, width - wide))),
                Math.clamp(Math.round(height / 2 - high), 0, Math.max(0, height - high)), Math.ceil(wide),
                Math.ceil(high));
    }
}
