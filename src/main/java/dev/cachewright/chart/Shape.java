package dev.cachewright.chart;

import java.util.List;

/// A piece of a [Drawing], in pixels from its upper left corner.
public sealed interface Shape {

    Role role();

    /// The same elsewhere.
    Shape moved(double dx, double dy);

    /// A filled rectangle.
    record Box(double x, double y, double width, double height, Role role) implements Shape {

        @Override
        public Shape moved(double dx, double dy) {
            return new Box(x + dx, y + dy, width, height, role);
        }
    }

    /// A filled area with corners.
    record Area(List<Point> corners, Role role) implements Shape {

        public Area {
            corners = List.copyOf(corners);
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Area(Point.moved(corners, dx, dy), role);
        }
    }

    /// A line through some points.
    record Line(List<Point> points, Role role) implements Shape {

        public Line {
            points = List.copyOf(points);
        }

        static Line of(double fromX, double fromY, double toX, double toY, Role role) {
            return new Line(List.of(new Point(fromX, fromY), new Point(toX, toY)), role);
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Line(Point.moved(points, dx, dy), role);
        }
    }

    /// A line of text.
    ///
    /// @param x of its beginning, middle or end, as the anchor says
    /// @param y of its base line
    record Words(double x, double y, String text, Anchor anchor, Role role) implements Shape {

        @Override
        public Shape moved(double dx, double dy) {
            return new Words(x + dx, y + dy, text, anchor, role);
        }
    }

    /// Which part of a text is at its place.
    enum Anchor {
        START, MIDDLE, END
    }

    /// A place in a drawing.
    record Point(double x, double y) {

        private static List<Point> moved(List<Point> points, double dx, double dy) {
            return points.stream().map(point -> new Point(point.x() + dx, point.y() + dy)).toList();
        }
    }
}
