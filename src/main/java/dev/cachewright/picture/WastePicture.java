package dev.cachewright.picture;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Ruler;
import dev.cachewright.chart.Shape.Anchor;
import dev.cachewright.traffic.Waste;
import dev.cachewright.traffic.WasteCause;
import dev.cachewright.words.TrafficWords;
import java.util.List;
import java.util.Optional;

/// What was lost by each cause as bars: by cost where prices are known, else by tokens.
public final class WastePicture {

    private static final double BAR = 14;
    private static final double ROW = 24;
    private static final double GAP = 10;
    private static final double LEAST = 2;

    private WastePicture() {
    }

    /// @param causes the one that cost most first
    /// @return empty where nothing was lost
    public static Optional<Drawing> of(List<Waste> causes, Ruler ruler, double width) {
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        var sheet = new Sheet(ruler);
        double names = causes.stream().mapToDouble(waste -> ruler.width(TrafficWords.cause(waste.cause()),
                Role.LEGEND_WORD)).max().orElse(0) + GAP;
        double figures = causes.stream().mapToDouble(waste -> ruler.width(TrafficWords.amount(waste, causes),
                Role.TICK_STRONG)).max().orElse(0) + GAP;
        double room = Math.max(LEAST, width - names - figures);
        double most = causes.stream().mapToDouble(waste -> TrafficWords.share(waste, causes)).max().orElse(1);
        for (int i = 0; i < causes.size(); i++) {
            Waste waste = causes.get(i);
            double base = i * ROW + ROW / 2 + ruler.size(Role.LEGEND_WORD) / 3;
            double length = Math.max(LEAST, most == 0 ? 0 : TrafficWords.share(waste, causes) / most * room);
            sheet.words(names - GAP, base, TrafficWords.cause(waste.cause()), Anchor.END, Role.LEGEND_WORD);
            sheet.box(names, i * ROW + (ROW - BAR) / 2, length, BAR, role(waste.cause()));
            sheet.words(names + length + GAP, base, TrafficWords.amount(waste, causes), Anchor.START,
                    Role.TICK_STRONG);
        }
        return Optional.of(sheet.drawing(width, causes.size() * ROW));
    }

    /// Alarming only where the server owed it; grey where no other layout would have helped.
    static Role role(WasteCause cause) {
        if (!cause.isBetween()) {
            return Role.UNKNOWN;
        }
        return switch (cause) {
            case PROVIDER_UNEXPLAINED -> Role.MISSED;
            case VOLATILE_TEXT, HISTORY_EDITED -> Role.UNCACHED;
            default -> Role.WRITTEN;
        };
    }
}
