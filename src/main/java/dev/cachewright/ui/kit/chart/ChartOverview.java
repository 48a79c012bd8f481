package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.ChartCalls;
import dev.cachewright.chart.ChartLayout;
import dev.cachewright.chart.Frame;
import dev.cachewright.chart.Overview;
import dev.cachewright.chart.Span;
import dev.cachewright.words.Texts;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The whole session in a strip below the plot, with the part in sight: a click goes there, dragging moves it.
final class ChartOverview extends Region {

    static final double HEIGHT = 30;
    private static final double LEAST_WINDOW = 6;

    private final ChartState state;
    private final ChartInks inks;
    private final Painter painter;
    private final Supplier<Frame> plot;
    private final Canvas canvas = new Canvas();
    private final Region window = new Region();
    private Frame frame = new Frame(0, 0, 1, 1, new Span(0, 1), 0);
    /// How far from the beginning of the window it was taken, in calls.
    private double grip;
    private Drawn drawn = new Drawn(null, -1, 0, 0);

    private record Drawn(ChartCalls calls, long inks, double left, double width) {
    }

    /// @param plot where the bars are, which the strip stands below
    ChartOverview(ChartState state, ChartInks inks, Supplier<Frame> plot) {
        this.state = state;
        this.inks = inks;
        this.painter = new Painter(inks);
        this.plot = plot;
        getStyleClass().add("call-overview");
        window.getStyleClass().add("call-window");
        window.setMouseTransparent(true);
        window.setManaged(false);
        canvas.setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().setAll(canvas, window);
        setAccessibleText(Texts.get("call-chart.overview"));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnScroll(event -> {
            double turned = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())
                    ? event.getDeltaX()
                    : event.getDeltaY();
            if (state.move(-Math.signum(turned) * state.span().length() / 10)) {
                event.consume();
            }
        });
        state.callsProperty().subscribe(this::requestLayout);
        state.sightProperty().subscribe(this::requestLayout);
        inks.versionProperty().subscribe(this::requestLayout);
    }

    private void press(MouseEvent event) {
        getParent().requestFocus();
        double place = frame.placeAt(event.getX());
        Span seen = state.span();
        boolean isInside = place >= seen.from() && place <= seen.to();
        grip = isInside ? place - seen.from() : seen.length() / 2;
        drag(event);
    }

    private void drag(MouseEvent event) {
        if (!state.getSight().isWhole(state.room())) {
            double first = frame.placeAt(event.getX()) - grip;
            state.look(now -> now.movedTo(first, state.room()));
        }
    }

    @Override
    protected void layoutChildren() {
        Frame bars = plot.get();
        var wanted = new Drawn(state.getCalls(), inks.getVersion(), bars.left(), bars.width());
        if (!wanted.equals(drawn)) {
            ChartLayout.Picture picture = Overview.of(state.getCalls(), bars.left(), bars.width(), HEIGHT - 4);
            canvas.setWidth(Math.max(1, bars.left() + bars.width()));
            canvas.setHeight(HEIGHT);
            painter.paint(canvas, picture.drawing());
            frame = picture.frame();
            drawn = wanted;
        }
        Span seen = bars.span();
        double from = Math.floor(frame.x(seen.from()));
        double to = Math.ceil(frame.x(Math.min(seen.to(), frame.calls())));
        double width = Math.max(LEAST_WINDOW, to - from);
        double left = Math.clamp(from - (width - (to - from)) / 2, frame.left(),
                Math.max(frame.left(), frame.left() + frame.width() - width));
        window.resizeRelocate(left, 0, width, HEIGHT);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }
}
