package dev.cachewright.chart;

import java.util.EnumMap;
import java.util.Map;

/// The colours of the roles as CSS writes them; each role has one.
public record Palette(Map<Role, String> colours) {

    private static final Palette LIGHT = of("#ffffff", "#0f8b7e", "#6d4bd8", "#c07a2b", "#d0504a", "#98a2b3",
            "#1c2330", "#c02a23", "#e4e7ec", "#6340d0", "#717b8c", "#596377", "#2457d6", "#a65b07");
    private static final Palette DARK = of("#1b1f26", "#3fc1b0", "#a88bff", "#d29442", "#df6b63", "#667085",
            "#e6e9ef", "#ff7a70", "#2b313b", "#a88bff", "#8590a2", "#a3adbd", "#7ea5ff", "#f0a64a");

    public Palette {
        if (colours.size() < Role.values().length) {
            throw new IllegalArgumentException("a role has no colour");
        }
        colours = Map.copyOf(colours);
    }

    /// The colours of the light theme, for where there is no screen.
    public static Palette light() {
        return LIGHT;
    }

    /// The colours of the dark theme, for where there is no screen.
    public static Palette dark() {
        return DARK;
    }

    /// In the order panel, cached, written, uncached, missed, unknown, ink, alarm, hairline, change, faint and muted words,
    /// hit rate, cost.
    private static Palette of(String... each) {
        var colours = new EnumMap<Role, String>(Role.class);
        Role[] fills = {Role.PANEL, Role.CACHED, Role.WRITTEN, Role.UNCACHED, Role.MISSED, Role.UNKNOWN};
        for (int i = 0; i < fills.length; i++) {
            colours.put(fills[i], each[i]);
        }
        put(colours, each[6], Role.FORECAST, Role.THRESHOLD, Role.TICK_STRONG, Role.FIRST_TOKEN);
        put(colours, each[7], Role.FAILED, Role.MISS_MARK, Role.MISS_SIGN);
        put(colours, each[8], Role.GRID);
        put(colours, each[9], Role.CHANGE, Role.CHANGE_WORD);
        put(colours, each[10], Role.TICK);
        put(colours, each[11], Role.LANE_NAME, Role.LEGEND_WORD, Role.SIGN);
        put(colours, each[12], Role.HIT_RATE);
        put(colours, each[13], Role.COST);
        return new Palette(colours);
    }

    private static void put(Map<Role, String> colours, String colour, Role... roles) {
        for (Role role : roles) {
            colours.put(role, colour);
        }
    }

    public String of(Role role) {
        return colours.get(role);
    }
}
