package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.ChartCalls;
import dev.cachewright.chart.ChartLayout;
import dev.cachewright.chart.Frame;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Sight;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// The plot of the [CallChart]: the drawing on a canvas, with the bands of the chosen call and of the one under the
/// pointer behind it, and the figures of that call before it.
final class ChartPlot extends Region {

    private static final PseudoClass IN_FRONT = PseudoClass.getPseudoClass("in-front");
    private static final double LEAST_BAND = 5;
    private static final double NARROW = 8;

    private final ChartState state;
    private final ChartInks inks;
    private final ChartLayout layout;
    private final Painter painter;
    private final Canvas canvas = new Canvas();
    private final Region chosen = band("call-selected");
    private final Region pointed = band("call-pointed");
    private final Region brush = band("call-brush");
    private final Readout readout;
    private Frame.Calls hovered = new Frame.Calls(0, 0);
    private ChartLayout.Picture picture;
    private Drawn drawn = new Drawn(null, null, Set.of(), -1, -1, 0, 0);

    /// What the last drawing was made for.
    private record Drawn(ChartCalls calls, Sight sight, Set<Layer> layers, int selected, long inks, double width,
            double height) {
    }

    /// @param figures the words for some calls, as they are shown beside the pointer
    ChartPlot(ChartState state, ChartInks inks, ChartLayout layout, Function<Frame.Calls, String> figures) {
        this.state = state;
        this.inks = inks;
        this.layout = layout;
        this.painter = new Painter(inks);
        this.readout = new Readout(figures);
        this.picture = layout.picture(state.getCalls(), view());
        getStyleClass().add("call-plot");
        getChildren().setAll(chosen, pointed, canvas, brush, readout);
        getChildren().forEach(child -> child.setManaged(false));
        canvas.setMouseTransparent(true);
        readout.setViewOrder(-2);
        new PlotPointer(this, state).install();
        state.callsProperty().subscribe(this::forget);
        state.sightProperty().subscribe(this::requestLayout);
        state.layersProperty().subscribe(this::requestLayout);
        state.selectedProperty().subscribe(this::requestLayout);
        inks.versionProperty().subscribe(this::requestLayout);
    }

    private static Region band(String style) {
        var band = new Region();
        band.getStyleClass().add(style);
        band.setMouseTransparent(true);
        band.setVisible(false);
        return band;
    }

    private void forget() {
        point(new Frame.Calls(0, 0));
        requestLayout();
    }

    private ChartLayout.View view() {
        return new ChartLayout.View(Math.floor(getWidth()), Math.floor(getHeight()), state.getSight(),
                state.getLayers(), state.getSelected());
    }

    /// What is shown, or would be in a place of this size.
    ChartLayout.Picture picture() {
        return picture;
    }

    Frame frame() {
        return picture.frame();
    }

    ChartLayout.Picture unchosen() {
        ChartLayout.View now = view();
        return layout.picture(state.getCalls(), new ChartLayout.View(now.width(), now.height(), now.sight(),
                now.layers(), -1));
    }

    /// Shows the figures of these calls beside them.
    void point(Frame.Calls calls) {
        if (!calls.equals(hovered)) {
            hovered = calls;
            placeBands();
        }
    }

    /// Shows what would be in sight, from one x to another; nothing where both are the same.
    void mark(double from, double to) {
        brush.setVisible(from != to);
        brush.resizeRelocate(Math.min(from, to), frame().top(), Math.abs(to - from), frame().height());
    }

    @Override
    protected void layoutChildren() {
        var wanted = new Drawn(state.getCalls(), state.getSight(), state.getLayers(), state.getSelected(),
                inks.getVersion(), Math.floor(getWidth()), Math.floor(getHeight()));
        if (!wanted.equals(drawn)) {
            state.laidOut(layout.frame(state.getCalls(), view()));
            picture = layout.picture(state.getCalls(), view());
            canvas.setWidth(wanted.width());
            canvas.setHeight(wanted.height());
            painter.paint(canvas, picture.drawing());
            drawn = wanted;
        }
        placeBands();
    }

    /// Who walks the calls with keys reads the figures where the pointer would show them.
    void placeBands() {
        int index = state.getSelected();
        place(chosen, new Frame.Calls(Math.max(0, index), index + 1));
        place(pointed, hovered);
        boolean isByKey = hovered.isEmpty() && index >= 0 && isWalked();
        Frame.Calls told = isByKey ? new Frame.Calls(index, index + 1) : hovered;
        boolean isTold = !told.isEmpty() && (isByKey ? chosen : pointed).isVisible();
        readout.setVisible(isTold);
        if (isTold) {
            double middle = frame().x((told.from() + told.to()) / 2.0);
            readout.show(told, middle, getWidth(), getHeight());
        }
    }

    private boolean isWalked() {
        return getParent() != null && getParent().isFocusVisible();
    }

    private void place(Region band, Frame.Calls calls) {
        Frame frame = frame();
        double from = Math.max(frame.left(), Math.round(frame.x(calls.from())));
        double to = Math.min(frame.left() + frame.width(), Math.round(frame.x(calls.to())));
        band.setVisible(!calls.isEmpty() && to >= from && calls.to() <= frame.calls()
                && calls.to() > frame.span().from() && calls.from() < frame.span().to());
        // Behind bars that touch each other it would not be seen.
        boolean isNarrow = frame.pitch() < NARROW;
        band.pseudoClassStateChanged(IN_FRONT, isNarrow);
        band.setViewOrder(isNarrow ? -1 : 0);
        double width = Math.max(LEAST_BAND, to - from);
        band.resizeRelocate(Math.round((from + to - width) / 2), frame.top(), width, bandHeight());
    }

    /// Down to the end of the numbers.
    private double bandHeight() {
        return frame().height() + inks.line(Role.TICK) + 6;
    }

    @Override
    protected double computePrefHeight(double width) {
        return layout.heightFor(CallChart.BARS, state.getLayers());
    }

    @Override
    protected double computeMinHeight(double width) {
        return layout.heightFor(CallChart.LOWEST_BARS, state.getLayers());
    }
}
