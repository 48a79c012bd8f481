package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.Frame;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What the pointer does in the plot: figures where it is, a click chooses, dragging marks a part to be looked at, the
/// wheel zooms around it and scrolls sideways, a double click goes back.
final class PlotPointer {

    /// A hand that clicks may tremble so far.
    private static final double TREMBLE = 4;
    /// One notch of a wheel turns by 40.
    private static final double NOTCH = 40;
    private static final double NOTCH_ZOOM = 1.2;

    private final ChartPlot plot;
    private final ChartState state;
    private double pressed = Double.NaN;
    private boolean isMarking;

    PlotPointer(ChartPlot plot, ChartState state) {
        this.plot = plot;
        this.state = state;
    }

    void install() {
        plot.setOnMouseMoved(event -> plot.point(plot.frame().at(event.getX())));
        plot.setOnMouseExited(event -> plot.point(new Frame.Calls(0, 0)));
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(this::release);
        plot.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
                state.back();
            }
        });
        plot.setOnScroll(this::scroll);
        plot.setOnZoom(this::pinch);
    }

    private void press(MouseEvent event) {
        plot.getParent().requestFocus();
        isMarking = false;
        pressed = event.getButton() == MouseButton.PRIMARY ? within(event.getX()) : Double.NaN;
    }

    private void drag(MouseEvent event) {
        if (Double.isNaN(pressed)) {
            return;
        }
        isMarking |= Math.abs(event.getX() - pressed) > TREMBLE;
        if (isMarking) {
            plot.point(new Frame.Calls(0, 0));
            plot.mark(pressed, within(event.getX()));
        }
    }

    private void release(MouseEvent event) {
        if (Double.isNaN(pressed)) {
            return;
        }
        Frame frame = plot.frame();
        if (isMarking) {
            plot.mark(0, 0);
            double from = frame.placeAt(pressed);
            double to = frame.placeAt(within(event.getX()));
            if (from != to) {
                state.look(now -> now.marked(whole(Math.min(from, to)), Math.min(frame.calls(),
                        Math.ceil(Math.max(from, to))), state.room()));
            }
        } else {
            pick(frame.at(event.getX()));
        }
        pressed = Double.NaN;
    }

    private static double whole(double place) {
        return Math.floor(place);
    }

    /// Of several calls in a column, one that was missed.
    private void pick(Frame.Calls calls) {
        if (!calls.isEmpty()) {
            int missed = state.getCalls().nextMiss(calls.from() - 1, 1);
            boolean isThere = calls.size() > 1 && missed >= calls.from() && missed < calls.to();
            state.choose(isThere ? missed : calls.from());
        }
    }

    private double within(double x) {
        Frame frame = plot.frame();
        return Math.clamp(x, frame.left(), frame.left() + frame.width());
    }

    private void scroll(ScrollEvent event) {
        Frame frame = plot.frame();
        boolean isSideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        boolean isElsewhere = isSideways
                ? state.move(-event.getDeltaX() / frame.pitch())
                : state.zoom(Math.pow(NOTCH_ZOOM, -event.getDeltaY() / NOTCH), frame.placeAt(within(event.getX())));
        // Where nothing moves, what is around the chart may scroll.
        if (isElsewhere) {
            plot.point(new Frame.Calls(0, 0));
            event.consume();
        }
    }

    private void pinch(ZoomEvent event) {
        if (state.zoom(1 / event.getZoomFactor(), plot.frame().placeAt(within(event.getX())))) {
            event.consume();
        }
    }
}
