package dev.cachewright.ui.kit.chart;

import dev.cachewright.ui.kit.Hint;
import dev.cachewright.words.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// One column of the chart: the band behind it, the stacked parts, the forecast mark, the number below.
final class BarNode extends Region {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass MISS = PseudoClass.getPseudoClass("miss");
    private static final int LARGEST_BAR = 28;
    private static final int OVERHANG = 5;
    private static final int SIGN_PITCH = 16;
    private static final int CROSS = 9;

    private final Region band = part("call-band");
    private final Region cached = part("call-cached");
    private final Region written = part("call-written");
    private final Region uncached = part("call-uncached");
    private final Region missed = part("call-missed");
    private final Region unknown = part("call-unknown");
    private final Region forecast = part("call-forecast");
    private final Region failed = part("call-failed");
    private final Label number = new Label();
    private final Label sign = new Label();
    private CallBar bar = new CallBar(0, 0, 0, 0, -1, false, false, "");
    private long top = 1;
    private double plotHeight;

    BarNode() {
        getStyleClass().add("call-bar");
        number.getStyleClass().add("call-number");
        sign.getStyleClass().add("call-sign");
        getChildren().setAll(band, cached, written, uncached, missed, unknown, forecast, failed, sign, number);
        Hint.setOf(this, Hint.Source.TEXT);
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    /// Shows a call; `top` is the token value at the upper end of `plotHeight` pixels.
    void show(CallBar shown, long axisTop, double height, boolean selected, boolean numbered) {
        bar = shown;
        top = axisTop;
        plotHeight = height;
        pseudoClassStateChanged(SELECTED, selected);
        number.setText(String.valueOf(shown.number()));
        number.setVisible(numbered || selected);
        setAccessibleText(shown.description().isBlank()
                ? Texts.format("call-chart.bar", shown.number(), shown.input(), "")
                : shown.description());
        cached.setVisible(shown.isReported() && !shown.failed());
        written.setVisible(shown.isReported() && !shown.failed());
        uncached.setVisible(shown.isReported() && !shown.unexpectedMiss() && !shown.failed());
        missed.setVisible(shown.isReported() && shown.unexpectedMiss() && !shown.failed());
        unknown.setVisible(!shown.isReported() && !shown.failed());
        forecast.setVisible(shown.hasForecast() && !shown.failed());
        failed.setVisible(shown.failed());
        sign.setText(sign(shown));
        sign.pseudoClassStateChanged(MISS, shown.unexpectedMiss());
        requestLayout();
    }

    private static String sign(CallBar shown) {
        if (shown.failed()) {
            return "";
        }
        if (!shown.isReported()) {
            return "?";
        }
        return shown.unexpectedMiss() ? "!" : "";
    }

    @Override
    protected void layoutChildren() {
        double pitch = getWidth();
        double width = Math.clamp(Math.round(pitch * 0.6), 2, LARGEST_BAR);
        double left = Math.round((pitch - width) / 2);
        band.resizeRelocate(0, 0, pitch, getHeight());
        double read = stack(cached, left, width, 0, Math.max(0, bar.cached()));
        double upTo = stack(written, left, width, read, bar.written());
        stack(uncached, left, width, upTo, bar.uncached());
        stack(missed, left, width, upTo, bar.uncached());
        stack(unknown, left, width, 0, bar.input());
        double overhang = Math.min(OVERHANG, left - 1);
        forecast.resizeRelocate(left - overhang, y(bar.forecast()) - 1, width + 2 * overhang, 2);
        double cross = Math.min(CROSS, pitch);
        failed.resizeRelocate(Math.round((pitch - cross) / 2), plotHeight - cross - 2, cross, cross);
        sign.setVisible(pitch >= SIGN_PITCH);
        centre(sign, y(bar.input()) - sign.prefHeight(-1));
        centre(number, plotHeight + 4);
    }

    private double stack(Region part, double left, double width, double from, double tokens) {
        double bottom = y(from);
        double upper = y(from + tokens);
        part.resizeRelocate(left, upper, width, bottom - upper);
        return from + tokens;
    }

    private void centre(Label label, double y) {
        double width = label.prefWidth(-1);
        label.resizeRelocate(Math.round((getWidth() - width) / 2), y, width, label.prefHeight(-1));
    }

    private double y(double tokens) {
        return Math.round(plotHeight - tokens / top * plotHeight);
    }
}
