package dev.cachewright.chart;

import java.util.List;

/// What lies over the colour of an area, as strokes in a tile that repeats, in the colour of the panel.
public enum Pattern {
    NONE(List.of()),
    DOTS(List.of(new Stroke(1, 1.5, 2.2, 1.5), new Stroke(4, 4.5, 5.2, 4.5))),
    LEVEL(List.of(new Stroke(0, 1.5, 6, 1.5), new Stroke(0, 4.5, 6, 4.5))),
    RISING(List.of(new Stroke(-1, 1, 1, -1), new Stroke(-1, 7, 7, -1), new Stroke(5, 7, 7, 5))),
    FALLING(List.of(new Stroke(-1, 5, 1, 7), new Stroke(-1, -1, 7, 7), new Stroke(5, -1, 7, 1)));

    /// Width and height of a tile, in pixels.
    public static final double SIZE = 6;
    /// How much of the panel's colour a stroke has.
    public static final double OPACITY = 0.5;
    /// Of a stroke.
    public static final double WIDTH = 1.2;

    private final List<Stroke> strokes;

    Pattern(List<Stroke> strokes) {
        this.strokes = strokes;
    }

    public List<Stroke> strokes() {
        return strokes;
    }

    /// A straight stroke within a tile.
    public record Stroke(double fromX, double fromY, double toX, double toY) {
    }
}
