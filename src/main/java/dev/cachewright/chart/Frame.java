package dev.cachewright.chart;

/// Where the bars of a chart are, to find a call at a place and the place of a call.
///
/// @param height of the bars; what is above and below them is not in it
/// @param span the calls in sight
/// @param calls how many there are in all
public record Frame(double left, double top, double width, double height, Span span, int calls) {

    /// The width of a call, in pixels; below 1 where several share a column.
    public double pitch() {
        return width / span.length();
    }

    /// Where a call begins.
    public double x(double call) {
        return left + (call - span.from()) * pitch();
    }

    /// The place in calls at this x, also between two calls and beyond the ends.
    public double placeAt(double x) {
        return span.from() + (x - left) / pitch();
    }

    /// The calls at this x: one, or those that share its column; none beyond the calls and beside the plot.
    public Calls at(double x) {
        if (x < left || x >= left + width) {
            return Calls.none();
        }
        double column = pitch() < 1 ? left + Math.floor(x - left) : x;
        int from = (int) Math.floor(placeAt(column) + 1e-9);
        int to = pitch() < 1 ? (int) Math.floor(placeAt(column + 1) + 1e-9) : from + 1;
        return new Calls(Math.clamp(from, 0, calls), Math.clamp(Math.max(to, from + 1), 0, calls));
    }

    /// How many calls fit wholly.
    public int page() {
        return (int) Math.max(1, Math.floor(span.length()));
    }

    double bottom() {
        return top + height;
    }

    /// Some calls in a row.
    ///
    /// @param to the index after the last one
    public record Calls(int from, int to) {

        static Calls none() {
            return new Calls(0, 0);
        }

        public boolean isEmpty() {
            return to <= from;
        }

        public int size() {
            return to - from;
        }
    }
}
