package dev.cachewright.chart;

import java.util.List;
import java.util.stream.Stream;

/// Shapes in the order in which they are painted; nothing lies outside its width and height.
public record Drawing(double width, double height, List<Shape> shapes) {

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// The other drawing below this one.
    public Drawing above(Drawing below) {
        return new Drawing(Math.max(width, below.width), height + below.height, Stream.concat(shapes.stream(),
                below.shapes.stream().map(shape -> shape.moved(0, height))).toList());
    }

    /// The same on the colour of the panel, with as much of it around as said.
    public Drawing framed(double margin) {
        double wide = width + 2 * margin;
        double high = height + 2 * margin;
        return new Drawing(wide, high, Stream.concat(Stream.of(new Shape.Box(0, 0, wide, high, Role.PANEL)),
                shapes.stream().map(shape -> shape.moved(margin, margin))).toList());
    }
}
