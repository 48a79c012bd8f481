package dev.cachewright.chart;

import java.util.List;

/// The lines at round numbers of tokens, with their figures at the left, and the threshold.
final class AxisShapes {

    private static final double GAP = 8;

    private final ChartCalls calls;
    private final Frame frame;
    private final Ruler ruler;
    private final ChartWords words;

    AxisShapes(ChartCalls calls, Frame frame, Ruler ruler, ChartWords words) {
        this.calls = calls;
        this.frame = frame;
        this.ruler = ruler;
        this.words = words;
    }

    void addTo(List<Shape> shapes) {
        TokenAxis axis = calls.axis();
        double perToken = frame.height() / axis.top();
        double line = ruler.line(Role.TICK);
        boolean isCrowded = axis.step() * perToken < line;
        for (long value : axis.values()) {
            shapes.add(Shape.Line.of(frame.left(), y(value), frame.left() + frame.width(), y(value), Role.GRID));
            boolean isThreshold = calls.threshold() > 0 && value == calls.threshold();
            boolean isNear = calls.threshold() > 0 && !isThreshold
                    && Math.abs(value - calls.threshold()) * perToken < line;
            boolean isEnd = value == 0 || value == axis.top();
            if (!isNear && (isEnd || !isCrowded) || isThreshold) {
                shapes.add(figure(value));
            }
        }
        if (calls.threshold() > 0 && !axis.values().contains(calls.threshold())) {
            shapes.add(figure(calls.threshold()));
        }
    }

    /// Across the bars.
    void addThreshold(List<Shape> shapes) {
        if (calls.threshold() > 0) {
            double y = y(calls.threshold());
            shapes.add(Shape.Line.of(frame.left(), y, frame.left() + frame.width(), y, Role.THRESHOLD));
        }
    }

    private Shape figure(long value) {
        Role role = value > 0 && value == calls.threshold() ? Role.TICK_STRONG : Role.TICK;
        return new Shape.Words(frame.left() - GAP, y(value) - 0.5 + middle(ruler, role), words.count(value),
                Shape.Anchor.END, role);
    }

    /// How far below its middle a line of figures has its base.
    static double middle(Ruler ruler, Role role) {
        return Math.round(ruler.size(role) * 0.36);
    }

    private double y(long tokens) {
        return frame.bottom() - Math.round((double) tokens / calls.axis().top() * frame.height()) + 0.5;
    }
}
