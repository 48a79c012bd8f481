package dev.cachewright.chart;

import java.util.ArrayList;

/// The whole session in one strip: its bars small, with what was missed and what changed.
public final class Overview {

    /// Room for the marks of misses above the bars.
    private static final double ABOVE = 7;

    private Overview() {
    }

    /// The strip; its frame finds the calls in it.
    public static ChartLayout.Picture of(ChartCalls calls, double left, double width, double height) {
        var room = new Span.Room(calls.size(), width);
        var frame = new Frame(left, ABOVE, Math.max(1, Math.floor(width)), Math.max(0, height - ABOVE), room.whole(),
                calls.size());
        var shapes = new ArrayList<Shape>();
        new BarShapes(calls.axis(), frame).addTo(shapes, Column.in(frame, calls), false);
        for (int i = 0; i < calls.size() && calls.hasChanges(); i++) {
            if (!calls.get(i).change().isEmpty()) {
                double x = Math.round(frame.x(i)) + 0.5;
                shapes.add(Shape.Line.of(x, 0, x, height, Role.CHANGE));
            }
        }
        return new ChartLayout.Picture(new Drawing(left + width, height, shapes), frame);
    }
}
