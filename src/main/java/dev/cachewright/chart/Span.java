package dev.cachewright.chart;

/// The part of a session that is in sight, in calls: from the beginning of one to the end of another, or between.
///
/// @param to may lie beyond the last call where there are few of them
public record Span(double from, double to) {

    /// The fewest calls that are in sight.
    static final double FEWEST = 3;
    /// A bar is no farther from the next one than this, where there are few.
    static final double LARGEST_PITCH = 48;
    /// As near to each other as bars are where nobody asked for more of them.
    public static final double USUAL_PITCH = 12;

    /// How many calls there are, and how wide the place for them is.
    public record Room(int calls, double width) {

        /// All calls.
        Span whole() {
            return new Span(0, most());
        }

        private double most() {
            return Math.max(Math.max(1, calls), width / LARGEST_PITCH);
        }

        /// As many of the newest calls as fit with the usual room for each.
        Span newest() {
            double length = Math.min(most(), Math.max(1, Math.floor(width / USUAL_PITCH)));
            return new Span(0, length).within(this, Math.max(0, calls - length));
        }
    }

    public double length() {
        return to - from;
    }

    /// The same length from another call on, as far as there are calls.
    Span within(Room room, double first) {
        double length = Math.clamp(length(), Math.min(FEWEST, room.most()), room.most());
        double start = Math.clamp(first, 0, Math.max(0, room.calls() - length));
        return new Span(start, start + length);
    }

    /// More of fewer calls, or less of more.
    ///
    /// @param factor below 1 shows fewer calls
    /// @param around the place, in calls, that stays where it is
    Span zoomed(double factor, double around, Room room) {
        double length = Math.clamp(length() * factor, Math.min(FEWEST, room.most()), room.most());
        double share = (around - from) / length();
        return new Span(0, length).within(room, around - share * length);
    }

    /// Moved as little as brings the call with this index into sight.
    Span showing(int index, Room room) {
        double start = index < from ? index : index + 1 > to ? index + 1 - length() : from;
        return within(room, start);
    }

    boolean isWhole(Room room) {
        return from <= 0 && to >= room.calls();
    }

    boolean isAtEnd(Room room) {
        return to >= room.calls() - 1e-6;
    }
}
