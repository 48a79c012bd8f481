package dev.cachewright.chart;

import java.util.ArrayList;
import java.util.List;

/// The lines from which on something is new, each with its word above the bars; where words would lie over each other,
/// the later one is left out and its line stays.
final class ChangeShapes {

    private static final double GAP = 4;
    private static final double APART = 8;
    /// Lines nearer to each other than this would be a wall.
    private static final double LEAST = 3;

    private final ChartCalls calls;
    private final Frame frame;
    private final Ruler ruler;

    ChangeShapes(ChartCalls calls, Frame frame, Ruler ruler) {
        this.calls = calls;
        this.frame = frame;
        this.ruler = ruler;
    }

    void addTo(List<Shape> shapes) {
        if (!calls.hasChanges()) {
            return;
        }
        var lines = new ArrayList<Shape>();
        var words = new ArrayList<Shape>();
        double lastLine = Double.NEGATIVE_INFINITY;
        double free = 0;
        int end = (int) Math.min(calls.size(), Math.ceil(frame.span().to()));
        for (int i = (int) Math.max(0, Math.ceil(frame.span().from() - 1e-9)); i < end; i++) {
            String word = calls.get(i).change();
            double x = Math.round(frame.x(i));
            if (word.isEmpty() || x - lastLine < LEAST) {
                continue;
            }
            lastLine = x;
            lines.add(Shape.Line.of(x + 0.5, 0, x + 0.5, frame.bottom(), Role.CHANGE));
            free = place(words, word, x, free);
        }
        shapes.addAll(lines);
        shapes.addAll(words);
    }

    /// At the right of its line, or at its left where the chart ends; returns where the next word may begin.
    private double place(List<Shape> words, String word, double at, double free) {
        double width = ruler.width(word, Role.CHANGE_WORD);
        boolean fitsRight = at + GAP + width <= frame.left() + frame.width();
        double x = fitsRight ? at + GAP : at - GAP - width;
        if (x < free || x < 0) {
            return free;
        }
        double line = ruler.line(Role.CHANGE_WORD);
        words.add(new Shape.Box(x - 1, 0, width + 2, line, Role.PANEL));
        words.add(new Shape.Words(x, Math.round(line / 2 + ruler.size(Role.CHANGE_WORD) * 0.36), word,
                Shape.Anchor.START, Role.CHANGE_WORD));
        return Math.max(at, x + width) + APART;
    }
}
