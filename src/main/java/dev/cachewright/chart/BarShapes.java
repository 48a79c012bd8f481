package dev.cachewright.chart;

import dev.cachewright.chart.Shape.Box;
import dev.cachewright.chart.Shape.Point;
import java.util.List;

/// The bars: cached tokens below, written ones above them, the rest on top; the forecast as a mark across.
final class BarShapes {

    private static final int LARGEST_BAR = 28;
    private static final double OVERHANG = 5;
    /// From this pitch on, bars stand apart and have words as signs; below, small marks.
    private static final double ROOMY = 8;
    private static final double SIGN_PITCH = 16;
    private static final double CROSS = 9;
    private static final double MARK = 5;
    private static final double LEAST_MARK = 3;

    private final TokenAxis axis;
    private final Frame frame;

    BarShapes(TokenAxis axis, Frame frame) {
        this.axis = axis;
        this.frame = frame;
    }

    void addTo(List<Shape> shapes, List<Column> columns, boolean withForecast) {
        columns.forEach(column -> addBar(shapes, column));
        if (withForecast) {
            columns.stream().filter(column -> column.bar().hasForecast())
                    .forEach(column -> addForecast(shapes, column));
        }
        columns.forEach(column -> addSigns(shapes, column));
        if (frame.pitch() < ROOMY) {
            addMarks(shapes, columns.stream().filter(Column::isMissed).toList(), Role.MISS_MARK, frame.top() - 7);
            addMarks(shapes, columns.stream().filter(Column::failed).toList(), Role.FAILED, frame.bottom() - 4);
        }
    }

    private void addBar(List<Shape> shapes, Column column) {
        CallBar bar = column.bar();
        if (bar.isFailed()) {
            return;
        }
        if (!bar.isReported()) {
            stack(shapes, column, 0, bar.tokens().input(), Role.UNKNOWN);
            return;
        }
        long read = Math.max(0, bar.cached());
        long upTo = read + bar.tokens().written();
        stack(shapes, column, 0, read, Role.CACHED);
        stack(shapes, column, read, upTo, Role.WRITTEN);
        // A pattern needs some width; a line of it would be a row of dots.
        Role missed = width(column) < LEAST_MARK ? Role.MISS_MARK : Role.MISSED;
        stack(shapes, column, upTo, upTo + bar.uncached(), column.isMissed() ? missed : Role.UNCACHED);
    }

    private void stack(List<Shape> shapes, Column column, double from, double to, Role role) {
        double bottom = y(from);
        double upper = Math.max(frame.top(), y(to));
        if (bottom > upper) {
            shapes.add(new Box(left(column), upper, width(column), bottom - upper, role));
        }
    }

    private double width(Column column) {
        if (frame.pitch() >= ROOMY) {
            return Math.min(column.width(), Math.clamp(Math.round(frame.pitch() * 0.6), 2, LARGEST_BAR));
        }
        return frame.pitch() >= 3 ? Math.max(1, column.width() - 1) : column.width();
    }

    private double left(Column column) {
        return frame.pitch() >= ROOMY
                ? column.x() + Math.max(0, Math.round((column.width() - width(column)) / 2))
                : column.x();
    }

    private void addForecast(List<Shape> shapes, Column column) {
        double overhang = frame.pitch() >= ROOMY
                ? Math.clamp(left(column) - column.x() - 1, 0, OVERHANG)
                : 0;
        double y = y(column.bar().tokens().forecast());
        shapes.add(new Box(left(column) - overhang, y - 1, width(column) + 2 * overhang, 2, Role.FORECAST));
    }

    private void addSigns(List<Shape> shapes, Column column) {
        CallBar bar = column.bar();
        double above = Math.max(frame.top() - 2, y(bar.tokens().input()) - 3);
        if (frame.pitch() >= ROOMY && bar.isFailed()) {
            shapes.add(cross(column.middle(), frame.bottom() - 2 - CROSS, Math.min(CROSS, column.width())));
        }
        if (frame.pitch() >= SIGN_PITCH && column.isMissed()) {
            shapes.add(new Shape.Words(column.middle(), above, "!", Shape.Anchor.MIDDLE, Role.MISS_SIGN));
        } else if (frame.pitch() >= SIGN_PITCH && !bar.isReported() && !bar.isFailed()) {
            shapes.add(new Shape.Words(column.middle(), above, "?", Shape.Anchor.MIDDLE, Role.SIGN));
        } else if (frame.pitch() >= ROOMY && column.isMissed()) {
            shapes.add(triangle(column.middle(), above - MARK));
        }
    }

    private static Shape triangle(double x, double y) {
        return new Shape.Area(List.of(new Point(x - MARK / 2 - 0.5, y), new Point(x + MARK / 2 + 0.5, y),
                new Point(x, y + MARK)), Role.MISS_MARK);
    }

    /// Two strokes that cross, as one area.
    static Shape cross(double x, double y, double size) {
        double half = size / 2;
        double arm = size / 9;
        double middle = y + half;
        return new Shape.Area(List.of(
                new Point(x - half, y + arm), new Point(x - half + arm, y), new Point(x, middle - arm),
                new Point(x + half - arm, y), new Point(x + half, y + arm), new Point(x + arm, middle),
                new Point(x + half, y + size - arm), new Point(x + half - arm, y + size), new Point(x, middle + arm),
                new Point(x - half + arm, y + size), new Point(x - half, y + size - arm), new Point(x - arm, middle)),
                Role.FAILED);
    }

    /// A strip of marks, each wide enough to be seen; those that meet are one.
    private void addMarks(List<Shape> shapes, List<Column> marked, Role role, double y) {
        double from = Double.NaN;
        double to = Double.NaN;
        for (Column column : marked) {
            double start = Math.floor(column.middle() - Math.max(LEAST_MARK, column.width()) / 2);
            if (start > to || Double.isNaN(to)) {
                addMark(shapes, from, to, role, y);
                from = start;
            }
            to = start + Math.max(LEAST_MARK, column.width());
        }
        addMark(shapes, from, to, role, y);
    }

    private void addMark(List<Shape> shapes, double from, double to, Role role, double y) {
        if (to > from) {
            shapes.add(new Box(Math.max(frame.left(), from), y, to - Math.max(frame.left(), from), 4, role));
        }
    }

    private double y(double tokens) {
        return frame.bottom() - Math.round(tokens / axis.top() * frame.height());
    }
}
