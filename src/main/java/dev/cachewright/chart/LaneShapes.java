package dev.cachewright.chart;

import dev.cachewright.chart.Shape.Point;
import java.util.ArrayList;
import java.util.List;

/// The lane of a line below the bars: its name and its latest figure above it, the ends of its axis at the left.
///
/// A column of several calls has the least and the greatest of them, so that no peak is hidden.
final class LaneShapes {

    private static final double GAP = 8;
    private static final double LEAST_HEIGHT = 22;
    private static final double DOT = 3;
    private static final double DOT_PITCH = 16;

    private final ChartCalls calls;
    private final Frame frame;
    private final Ruler ruler;
    private final ChartWords words;

    LaneShapes(ChartCalls calls, Frame frame, Ruler ruler, ChartWords words) {
        this.calls = calls;
        this.frame = frame;
        this.ruler = ruler;
        this.words = words;
    }

    static double height(Ruler ruler) {
        return ruler.line(Role.LANE_NAME) + plotHeight(ruler) + 6;
    }

    /// High enough for both ends of its axis.
    private static double plotHeight(Ruler ruler) {
        return Math.max(LEAST_HEIGHT, Math.ceil(ruler.line(Role.TICK) * 1.5));
    }

    void addTo(List<Shape> shapes, Layer layer, double top, List<Column> columns, int selected) {
        double name = ruler.line(Role.LANE_NAME);
        double bottom = top + name + plotHeight(ruler);
        double right = frame.left() + frame.width();
        shapes.add(Shape.Line.of(frame.left(), bottom + 0.5, right, bottom + 0.5, Role.GRID));
        shapes.add(new Shape.Words(frame.left(), top + ruler.size(Role.LANE_NAME), words.name(layer),
                Shape.Anchor.START, Role.LANE_NAME));
        double figure = figure(layer, columns, selected);
        if (!Double.isNaN(figure)) {
            shapes.add(new Shape.Words(right, top + ruler.size(Role.TICK_STRONG), words.figure(layer, figure),
                    Shape.Anchor.END, Role.TICK_STRONG));
        }
        double middle = AxisShapes.middle(ruler, Role.TICK);
        shapes.add(new Shape.Words(frame.left() - GAP, bottom - plotHeight(ruler) + middle,
                words.figure(layer, calls.top(layer)), Shape.Anchor.END, Role.TICK));
        shapes.add(new Shape.Words(frame.left() - GAP, bottom + middle, words.count(0), Shape.Anchor.END, Role.TICK));
        addLine(shapes, layer, bottom, columns);
    }

    /// Of the chosen call where it is in sight, else of the latest one there that is known.
    private double figure(Layer layer, List<Column> columns, int selected) {
        boolean isSeen = !columns.isEmpty() && selected >= columns.getFirst().calls().from()
                && selected < columns.getLast().calls().to();
        if (isSeen) {
            return calls.value(layer, selected);
        }
        return columns.reversed().stream().mapToDouble(column -> calls.value(layer, column.calls().to() - 1))
                .filter(value -> !Double.isNaN(value)).findFirst().orElse(Double.NaN);
    }

    private void addLine(List<Shape> shapes, Layer layer, double bottom, List<Column> columns) {
        var run = new ArrayList<Point>();
        for (Column column : columns) {
            boolean isNew = layer == Layer.HIT_RATE && !calls.get(column.calls().from()).change().isEmpty();
            var range = new Range(layer, column.calls());
            if (isNew || range.isEmpty()) {
                end(shapes, run, layer);
            }
            if (!range.isEmpty()) {
                range.addTo(run, column.middle(), bottom);
            }
        }
        end(shapes, run, layer);
    }

    /// A point that has no neighbours is a dot; so is each where there is room.
    private void end(List<Shape> shapes, List<Point> run, Layer layer) {
        if (run.size() > 1) {
            shapes.add(new Shape.Line(run, layer.role()));
        }
        if (run.size() == 1 || frame.pitch() >= DOT_PITCH) {
            run.forEach(point -> shapes.add(
                    new Shape.Box(point.x() - DOT / 2, point.y() - DOT / 2, DOT, DOT, layer.role())));
        }
        run.clear();
    }

    /// The least and the greatest value of some calls.
    private final class Range {

        private final double top;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        private Range(Layer layer, Frame.Calls here) {
            top = calls.top(layer);
            for (int i = here.from(); i < here.to(); i++) {
                double value = calls.value(layer, i);
                if (!Double.isNaN(value)) {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
        }

        private boolean isEmpty() {
            return greatest < least;
        }

        private void addTo(List<Point> run, double x, double bottom) {
            double upper = y(greatest, bottom);
            double lower = y(least, bottom);
            if (lower - upper < 0.5) {
                run.add(new Point(x, upper));
                return;
            }
            boolean isFromBelow = !run.isEmpty() && run.getLast().y() > (lower + upper) / 2;
            run.add(new Point(x, isFromBelow ? lower : upper));
            run.add(new Point(x, isFromBelow ? upper : lower));
        }

        private double y(double value, double bottom) {
            return bottom - Math.max(0, value) / top * plotHeight(ruler);
        }
    }
}
