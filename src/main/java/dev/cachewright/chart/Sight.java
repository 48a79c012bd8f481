package dev.cachewright.chart;

import dev.cachewright.chart.Span.Room;
import java.util.ArrayList;
import java.util.List;

/// What of a session is looked at, whatever calls come and however wide the chart becomes.
///
/// @param part what was chosen; without meaning where nothing was
/// @param before where *back* leads, the latest last
public record Sight(Kind kind, Span part, List<Span> before) {

    private static final Span NONE = new Span(0, 1);
    private static final int MOST_KEPT = 20;

    public Sight {
        before = List.copyOf(before);
    }

    /// What stays in sight when calls come.
    public enum Kind {
        /// The newest calls, as many as fit.
        NEWEST,
        /// All calls.
        WHOLE,
        /// A part that follows the newest call.
        END,
        /// A part that stays where it is.
        PART
    }

    /// The newest calls.
    public static Sight newest() {
        return new Sight(Kind.NEWEST, NONE, List.of());
    }

    /// The part in sight.
    public Span in(Room room) {
        return switch (kind) {
            case NEWEST -> room.newest();
            case WHOLE -> room.whole();
            case END -> part.within(room, room.calls());
            case PART -> part.within(room, part.from());
        };
    }

    /// All calls.
    public Sight whole() {
        return new Sight(Kind.WHOLE, NONE, before);
    }

    /// @param factor below 1 shows fewer calls
    /// @param around the place, in calls, that stays where it is
    public Sight zoomed(double factor, double around, Room room) {
        return showing(in(room).zoomed(factor, around, room), room, before);
    }

    /// @param first the place, in calls, where it is to begin
    public Sight movedTo(double first, Room room) {
        return showing(in(room).within(room, first), room, before);
    }

    /// Moved as little as brings a call into sight.
    public Sight revealing(int index, Room room) {
        Span now = in(room);
        Span next = now.showing(index, room);
        return next.equals(now) ? this : showing(next, room, before);
    }

    /// A part that was marked; *back* leads to what was in sight before.
    public Sight marked(double from, double to, Room room) {
        var back = new ArrayList<>(before);
        back.add(in(room));
        Span wanted = new Span(Math.min(from, to), Math.max(from, to));
        double missing = Math.max(0, Span.FEWEST - wanted.length());
        Span next = new Span(wanted.from() - missing / 2, wanted.to() + missing / 2);
        return showing(next.within(room, next.from()), room,
                back.subList(Math.max(0, back.size() - MOST_KEPT), back.size()));
    }

    /// Whether [#back(Room)] would lead elsewhere.
    public boolean hasBack() {
        return kind != Kind.NEWEST;
    }

    /// What was in sight before the latest part was marked, at last the newest calls.
    public Sight back(Room room) {
        return before.isEmpty()
                ? newest()
                : showing(before.getLast(), room, before.subList(0, before.size() - 1));
    }

    private static Sight showing(Span next, Room room, List<Span> before) {
        if (next.isWhole(room) && room.calls() <= room.newest().length()) {
            return new Sight(Kind.NEWEST, NONE, before);
        }
        return new Sight(next.isWhole(room) ? Kind.WHOLE : next.isAtEnd(room) ? Kind.END : Kind.PART, next, before);
    }

    /// Whether all calls are in sight.
    public boolean isWhole(Room room) {
        return in(room).isWhole(room);
    }
}
