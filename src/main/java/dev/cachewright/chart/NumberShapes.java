package dev.cachewright.chart;

import java.util.List;

/// The numbers of the calls below the bars, as many as fit; that of the chosen one always.
final class NumberShapes {

    private static final double APART = 8;
    private static final int MOST = 100_000_000;

    private final ChartCalls calls;
    private final Frame frame;
    private final Ruler ruler;
    private final ChartWords words;

    NumberShapes(ChartCalls calls, Frame frame, Ruler ruler, ChartWords words) {
        this.calls = calls;
        this.frame = frame;
        this.ruler = ruler;
        this.words = words;
    }

    void addTo(List<Shape> shapes, int selected) {
        double widest = ruler.width(words.count(calls.get(calls.size() - 1).number()), Role.TICK_STRONG);
        int step = step((widest + APART) / frame.pitch());
        int first = (int) Math.max(0, Math.floor(frame.span().from()));
        int end = (int) Math.min(calls.size(), Math.ceil(frame.span().to()));
        double taken = selected >= first && selected < end ? middle(selected) : Double.NaN;
        if (!Double.isNaN(taken)) {
            add(shapes, selected, Role.TICK_STRONG);
        }
        for (int i = first + Math.floorMod(step - 1 - first, step); i < end; i += step) {
            boolean isFree = Double.isNaN(taken) || Math.abs(middle(i) - taken) >= widest + 2;
            if (i != selected && isFree) {
                add(shapes, i, Role.TICK);
            }
        }
    }

    private double middle(int index) {
        return Math.round(frame.x(index)) + Math.round(frame.pitch()) / 2.0;
    }

    private void add(List<Shape> shapes, int index, Role role) {
        String text = words.count(calls.get(index).number());
        double half = ruler.width(text, role) / 2;
        double x = Math.clamp(middle(index), half, Math.max(half, frame.left() + frame.width() + APART - half));
        boolean isCut = middle(index) < frame.left() || middle(index) > frame.left() + frame.width();
        if (!isCut) {
            shapes.add(new Shape.Words(x, frame.bottom() + 4 + Math.round(ruler.size(role)), text,
                    Shape.Anchor.MIDDLE, role));
        }
    }

    /// The first of 1, 2, 5, 10, 20, 50 … that is as much.
    private static int step(double wanted) {
        int power = 1;
        while (5L * power < wanted && power < MOST) {
            power *= 10;
        }
        return wanted <= power ? power : wanted <= 2.0 * power ? 2 * power : 5 * power;
    }
}
