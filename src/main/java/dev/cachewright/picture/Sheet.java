package dev.cachewright.picture;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Ruler;
import dev.cachewright.chart.Shape;
import dev.cachewright.chart.Shape.Anchor;
import dev.cachewright.chart.Shape.Box;
import dev.cachewright.chart.Shape.Line;
import dev.cachewright.chart.Shape.Point;
import dev.cachewright.chart.Shape.Words;
import java.util.ArrayList;
import java.util.List;

/// Gathers the shapes of one picture.
final class Sheet {

    private static final double SAMPLE = 18;
    private static final double GAP = 6;

    private final Ruler ruler;
    private final List<Shape> shapes = new ArrayList<>();

    Sheet(Ruler ruler) {
        this.ruler = ruler;
    }

    void box(double x, double y, double width, double height, Role role) {
        shapes.add(new Box(x, y, width, height, role));
    }

    void line(Role role, Point... points) {
        shapes.add(new Line(List.of(points), role));
    }

    void line(Role role, List<Point> points) {
        shapes.add(new Line(points, role));
    }

    void words(double x, double y, String text, Anchor anchor, Role role) {
        shapes.add(new Words(x, y, text, anchor, role));
    }

    /// A piece of a line with its name; returns where the next one begins.
    double key(double x, double y, Role role, String name) {
        double middle = y - ruler.size(Role.LEGEND_WORD) / 3;
        line(role, new Point(x, middle), new Point(x + SAMPLE, middle));
        words(x + SAMPLE + GAP, y, name, Anchor.START, Role.LEGEND_WORD);
        return x + SAMPLE + GAP + ruler.width(name, Role.LEGEND_WORD) + 3 * GAP;
    }

    /// The text, shortened to what fits.
    String fitting(String text, double room, Role role) {
        if (ruler.width(text, role) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && ruler.width(text.substring(0, end) + "…", role) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    Drawing drawing(double width, double height) {
        return new Drawing(width, height, shapes);
    }
}
