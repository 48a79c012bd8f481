package dev.cachewright.picture;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Ruler;
import dev.cachewright.chart.Shape.Anchor;
import dev.cachewright.chart.Shape.Point;
import dev.cachewright.traffic.Gaps;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TrafficWords;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long calls of one family come after each other, against how long the cache keeps what they store.
public final class GapsPicture {

    private static final double BARS = 110;
    private static final double GAP = 8;
    private static final double PITCH = 64;
    private static final double BAR = 0.7;

    private final Ruler ruler;
    private final Sheet sheet;
    private final long[] counts;
    private final List<Duration> lifetimes;

    private GapsPicture(Ruler ruler, long[] counts, List<Duration> lifetimes) {
        this.ruler = ruler;
        this.sheet = new Sheet(ruler);
        this.counts = counts;
        this.lifetimes = lifetimes;
    }

    /// @param lifetimes each is a line across the bars; one that is longer than any gap that is told apart is none
    /// @return empty where no family has two calls
    public static Optional<Drawing> of(Gaps gaps, List<Duration> lifetimes, Ruler ruler, double width) {
        return Arrays.stream(gaps.counts()).sum() == 0
                ? Optional.empty()
                : Optional.of(new GapsPicture(ruler, gaps.counts(), lifetimes.stream().distinct().sorted()
                        .filter(time -> place(time) <= gaps.counts().length).toList()).drawing(width));
    }

    private Drawing drawing(double width) {
        int last = Math.min(counts.length - 1,
                Math.max(IntStream.range(0, counts.length).filter(i -> counts[i] > 0).max().orElse(0),
                        lifetimes.stream().mapToInt(time -> (int) Math.ceil(place(time))).max().orElse(0)));
        double pitch = Math.min(PITCH, width / (last + 1));
        double most = Arrays.stream(counts).max().orElse(1);
        double top = ruler.line(Role.CHANGE_WORD) * Math.max(1, lifetimes.size()) + ruler.line(Role.TICK_STRONG) + GAP;
        double bottom = top + BARS;
        int step = step(last, pitch);
        // The last bar of all has a name that differs.
        int first = last + 1 == counts.length ? last % step : 0;
        for (int i = 0; i <= last; i++) {
            double height = counts[i] == 0 ? 0 : Math.max(2, counts[i] / most * BARS);
            if (height > 0) {
                sheet.box(i * pitch, bottom - height, pitch * BAR, height, Role.LANE_NAME);
                String count = Numbers.count(counts[i]);
                if (ruler.width(count, Role.TICK_STRONG) <= pitch) {
                    sheet.words(i * pitch + pitch * BAR / 2, bottom - height - 3, count, Anchor.MIDDLE,
                            Role.TICK_STRONG);
                }
            }
            if ((i - first) % step == 0) {
                sheet.words(i * pitch + pitch * BAR / 2, bottom + ruler.line(Role.TICK), label(i), Anchor.MIDDLE,
                        Role.TICK);
            }
        }
        sheet.line(Role.GRID, new Point(0, bottom + 0.5), new Point((last + 1) * pitch, bottom + 0.5));
        lines(pitch, bottom, width);
        return sheet.drawing(width, bottom + ruler.line(Role.TICK) + GAP);
    }

    /// Where a time lies among the bars: each is twice as long as the one before.
    private static double place(Duration time) {
        return 1 + Math.log(Math.max(1, time.toSeconds())) / Math.log(2);
    }

    private void lines(double pitch, double bottom, double width) {
        for (int i = 0; i < lifetimes.size(); i++) {
            double x = place(lifetimes.get(i)) * pitch - pitch * (1 - BAR) / 2;
            double y = ruler.line(Role.CHANGE_WORD) * (i + 1);
            String name = Texts.format("traffic.kept", TrafficWords.time(lifetimes.get(i)));
            boolean isLeft = x + GAP + ruler.width(name, Role.CHANGE_WORD) > width;
            sheet.line(Role.CHANGE, new Point(x, y - ruler.size(Role.CHANGE_WORD)), new Point(x, bottom));
            sheet.words(isLeft ? x - GAP / 2 : x + GAP / 2, y - 2, name, isLeft ? Anchor.END : Anchor.START,
                    Role.CHANGE_WORD);
        }
    }

    private String label(int index) {
        return index + 1 == counts.length
                ? "≥" + TrafficWords.time(Gaps.below(index - 1))
                : "<" + TrafficWords.time(Gaps.below(index));
    }

    /// So that no two labels touch.
    private int step(int last, double pitch) {
        double widest = IntStream.rangeClosed(0, last).mapToDouble(i -> ruler.width(label(i), Role.TICK)).max()
                .orElse(pitch);
        return Math.max(1, (int) Math.ceil((widest + GAP / 2) / pitch));
    }
}
