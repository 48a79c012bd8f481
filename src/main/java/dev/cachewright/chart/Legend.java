package dev.cachewright.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the parts of a chart are called. Its samples are drawn like the parts themselves.
public final class Legend {

    /// The width of a sample, in pixels.
    public static final double SAMPLE = 16;
    private static final double GAP = 5;
    private static final double APART = 14;
    private static final List<Role> PARTS = List.of(Role.CACHED, Role.UNCACHED, Role.WRITTEN, Role.MISSED);
    private static final List<Role> RARE = List.of(Role.THRESHOLD, Role.UNKNOWN, Role.FAILED);

    private Legend() {
    }

    /// The parts that are always there, and the rare ones where they occur.
    public static List<Role> parts(ChartCalls calls) {
        return Stream.concat(PARTS.stream(), RARE.stream().filter(calls::has)).toList();
    }

    /// A sample of a part.
    ///
    /// @param height of the line of text that it stands in
    public static Drawing sample(Role role, double height) {
        double middle = Math.round(height / 2);
        Shape shape = switch (role) {
            case FORECAST -> new Shape.Box(0, middle - 1, SAMPLE, 2, role);
            case THRESHOLD, HIT_RATE, FIRST_TOKEN, COST -> Shape.Line.of(0, middle + 0.5, SAMPLE, middle + 0.5, role);
            case FAILED -> BarShapes.cross(SAMPLE / 2, middle - 4.5, 9);
            default -> new Shape.Box(2, middle - 6, 12, 12, role);
        };
        return new Drawing(SAMPLE, height, List.of(shape));
    }

    /// The whole legend in lines of this width.
    public static Drawing drawing(ChartCalls calls, Set<Layer> layers, Ruler ruler, ChartWords words, double width) {
        var shapes = new ArrayList<Shape>();
        double line = ruler.line(Role.LEGEND_WORD) + 4;
        double x = 0;
        double y = 4;
        List<Role> roles = Stream.concat(parts(calls).stream(), layers.stream().sorted().map(Layer::role)).toList();
        for (Role role : roles) {
            String text = text(role, calls, words);
            double wide = SAMPLE + GAP + ruler.width(text, Role.LEGEND_WORD);
            if (x > 0 && x + wide > width) {
                x = 0;
                y += line;
            }
            double left = x;
            double top = y;
            sample(role, line).shapes().forEach(shape -> shapes.add(shape.moved(left, top)));
            shapes.add(new Shape.Words(x + SAMPLE + GAP, y + Math.round(line / 2)
                    + AxisShapes.middle(ruler, Role.LEGEND_WORD), text, Shape.Anchor.START, Role.LEGEND_WORD));
            x += wide + APART;
        }
        return new Drawing(width, y + line, shapes);
    }

    /// The words beside a sample.
    public static String text(Role role, ChartCalls calls, ChartWords words) {
        if (role == Role.THRESHOLD) {
            return words.threshold(calls.threshold());
        }
        return Stream.of(Layer.values()).filter(layer -> layer.role() == role).findFirst().map(words::name)
                .orElseGet(() -> words.part(role));
    }
}
