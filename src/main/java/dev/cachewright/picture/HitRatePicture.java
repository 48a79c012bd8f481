package dev.cachewright.picture;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Ruler;
import dev.cachewright.chart.Shape.Anchor;
import dev.cachewright.chart.Shape.Point;
import dev.cachewright.traffic.Timeline;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// The hit rate of calls over time, measured and reachable.
public final class HitRatePicture {

    private static final double HEIGHT = 190;
    private static final double GAP = 8;
    private static final double DOT = 5;
    /// Points of a line at most: with more, single calls hide what is common.
    private static final int POINTS = 48;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    /// Of a longer time the hour says less than the year.
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Duration MONTHS = Duration.ofDays(90);

    private final Ruler ruler;
    private final ZoneId zone;
    private final double width;
    private final List<Timeline.Span> spans;
    private final Sheet sheet;

    private HitRatePicture(Ruler ruler, ZoneId zone, double width, List<Timeline.Span> spans) {
        this.ruler = ruler;
        this.zone = zone;
        this.width = width;
        this.spans = spans;
        this.sheet = new Sheet(ruler);
    }

    /// @param zone of the times below the picture
    /// @return empty where no call has both a time and what its server read from the cache, or there is no cache
    public static Optional<Drawing> of(TrafficProfile profile, Ruler ruler, ZoneId zone, double width) {
        List<Timeline.Span> spans = spans(profile);
        return spans.isEmpty() || profile.hasNoCache()
                ? Optional.empty()
                : Optional.of(new HitRatePicture(ruler, zone, width, spans)
                        .drawing(profile.all().reachable().isPresent()));
    }

    /// Those that can be seen, put together to as many as can be told apart.
    static List<Timeline.Span> spans(TrafficProfile profile) {
        List<Timeline.Span> all = profile.timeline().spans().stream().filter(span -> span.input() > 0).toList();
        if (all.size() <= POINTS) {
            return all;
        }
        long from = all.getFirst().from().getEpochSecond();
        long time = all.getLast().from().getEpochSecond() - from + 1;
        var points = new TreeMap<Long, Timeline.Span>();
        all.forEach(span -> points.merge((span.from().getEpochSecond() - from) * POINTS / time, span,
                (one, more) -> new Timeline.Span(one.from(), one.calls() + more.calls(), one.input() + more.input(),
                        one.cached() + more.cached(), one.reachable() + more.reachable())));
        return List.copyOf(points.values());
    }

    private Drawing drawing(boolean isReachableKnown) {
        double left = ruler.width(Numbers.percent(1), Role.TICK) + GAP;
        double top = ruler.line(Role.LEGEND_WORD) + GAP;
        double bottom = HEIGHT - ruler.line(Role.TICK) - GAP / 2;
        double next = sheet.key(left, top - GAP - 2, Role.HIT_RATE, Texts.get("traffic.measured"));
        for (double share : new double[]{0, 0.5, 1}) {
            double y = Math.round(bottom - share * (bottom - top)) - 0.5;
            sheet.line(Role.GRID, new Point(left, y), new Point(width, y));
            sheet.words(left - GAP, y + ruler.size(Role.TICK) / 3, Math.round(share * 100) + "%", Anchor.END,
                    Role.TICK);
        }
        times(left, HEIGHT - GAP / 2);
        var room = new Room(left, top, bottom);
        if (isReachableKnown) {
            sheet.key(next, top - GAP - 2, Role.FIRST_TOKEN, Texts.get("traffic.reachable"));
            line(room, Role.FIRST_TOKEN, Timeline.Span::reachable);
        }
        line(room, Role.HIT_RATE, Timeline.Span::cached);
        return sheet.drawing(width, HEIGHT);
    }

    private record Room(double left, double top, double bottom) {
    }

    private void times(double left, double y) {
        Instant from = spans.getFirst().from();
        Instant to = spans.getLast().from();
        boolean isOfYears = from.atZone(zone).getYear() != to.atZone(zone).getYear()
                || Duration.between(from, to).compareTo(MONTHS) > 0;
        DateTimeFormatter day = isOfYears ? DAY_OF_YEAR : DAY;
        sheet.words(left, y, day.format(from.atZone(zone)), Anchor.START, Role.TICK);
        if (!to.equals(from)) {
            sheet.words(width, y, day.format(to.atZone(zone)), Anchor.END, Role.TICK);
        }
    }

    private void line(Room room, Role role, ToLongFunction<Timeline.Span> read) {
        Instant from = spans.getFirst().from();
        double all = Math.max(1, spans.getLast().from().getEpochSecond() - from.getEpochSecond());
        var points = new ArrayList<Point>();
        for (Timeline.Span span : spans) {
            double share = Math.clamp(read.applyAsLong(span) / (double) span.input(), 0, 1);
            double time = (span.from().getEpochSecond() - from.getEpochSecond()) / all;
            points.add(new Point(room.left() + time * (width - room.left()),
                    room.bottom() - share * (room.bottom() - room.top())));
        }
        if (points.size() == 1) {
            sheet.box(points.getFirst().x(), points.getFirst().y() - DOT / 2, DOT, DOT, role);
        } else {
            sheet.line(role, points);
        }
    }
}
