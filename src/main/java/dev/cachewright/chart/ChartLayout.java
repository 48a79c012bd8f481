package dev.cachewright.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lays a chart out: axis, bars, marks, numbers, and below them a lane for each line that is shown.
public final class ChartLayout {

    private static final double AXIS_GAP = 8;
    private static final double END_MARGIN = 8;
    /// Room for a sign above the highest bar.
    private static final double ABOVE = 16;

    private final Ruler ruler;
    private final ChartWords words;

    public ChartLayout(Ruler ruler, ChartWords words) {
        this.ruler = ruler;
        this.words = words;
    }

    /// What is to be laid out.
    ///
    /// @param selected the index of the chosen call, −1 without one
    public record View(double width, double height, Sight sight, Set<Layer> layers, int selected) {

        public View {
            layers = Set.copyOf(layers);
        }

        boolean shows(Layer layer) {
            return layers.contains(layer);
        }
    }

    /// A chart that was laid out.
    ///
    /// @param frame where its bars are
    public record Picture(Drawing drawing, Frame frame) {
    }

    /// The chart of these calls; without any, an empty drawing.
    public Picture picture(ChartCalls calls, View view) {
        Frame frame = frame(calls, view);
        if (calls.size() == 0) {
            return new Picture(new Drawing(view.width(), view.height(), List.of()), frame);
        }
        var shapes = new ArrayList<Shape>();
        var columns = Column.in(frame, calls);
        new AxisShapes(calls, frame, ruler, words).addTo(shapes);
        new BarShapes(calls.axis(), frame).addTo(shapes, columns, view.shows(Layer.FORECAST));
        new AxisShapes(calls, frame, ruler, words).addThreshold(shapes);
        new ChangeShapes(calls, frame, ruler).addTo(shapes);
        new NumberShapes(calls, frame, ruler, words).addTo(shapes, view.selected());
        double top = frame.bottom() + below();
        for (Layer line : lines(view)) {
            new LaneShapes(calls, frame, ruler, words).addTo(shapes, line, top, columns, view.selected());
            top += lane();
        }
        return new Picture(new Drawing(view.width(), view.height(), shapes), frame);
    }

    /// Where bars are in a chart of this size.
    public Frame frame(ChartCalls calls, View view) {
        double left = Math.ceil(axisWidth(calls, view)) + AXIS_GAP;
        double width = Math.max(Span.USUAL_PITCH, Math.floor(view.width() - left - END_MARGIN));
        double top = ABOVE + (calls.hasChanges() ? ruler.line(Role.CHANGE_WORD) : 0);
        double height = Math.max(0, Math.floor(view.height() - top - below() - lines(view).size() * lane()));
        return new Frame(left, top, width, height, view.sight().in(new Span.Room(calls.size(), width)), calls.size());
    }

    /// The height that a chart with these layers would like to have, and the lowest that it can be read in.
    ///
    /// @param bars the height of the bars alone
    public double heightFor(double bars, Set<Layer> layers) {
        return ABOVE + bars + below() + layers.stream().filter(Layer::isLine).count() * lane();
    }

    private static List<Layer> lines(View view) {
        return view.layers().stream().filter(Layer::isLine).sorted().toList();
    }

    private double axisWidth(ChartCalls calls, View view) {
        double widest = ruler.width(words.count(calls.axis().top()), Role.TICK_STRONG);
        for (Layer line : lines(view)) {
            widest = Math.max(widest, ruler.width(words.figure(line, calls.top(line)), Role.TICK));
        }
        return widest;
    }

    /// Of the numbers below the bars.
    private double below() {
        return ruler.line(Role.TICK) + 6;
    }

    /// Of the lane of a line: its name, and the line.
    private double lane() {
        return LaneShapes.height(ruler);
    }
}
