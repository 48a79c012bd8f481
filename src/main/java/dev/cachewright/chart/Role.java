package dev.cachewright.chart;

import java.util.Locale;

/// What a shape of the chart stands for; its colour comes from a [Palette], its pattern is its own, so that no two kinds
/// of bar differ by their hue alone.
public enum Role {
    PANEL, CACHED, WRITTEN(Pattern.LEVEL), UNCACHED(Pattern.DOTS), MISSED(Pattern.FALLING), UNKNOWN(Pattern.RISING),
    FORECAST(2), FAILED, GRID(1), THRESHOLD(1, 4, 3), CHANGE(1, 2, 3), MISS_MARK,
    HIT_RATE(1.6), FIRST_TOKEN(1.6, 5, 2), COST(1.6, 2, 2),
    TICK, TICK_STRONG, CHANGE_WORD, LANE_NAME, LEGEND_WORD, SIGN, MISS_SIGN;

    private final Pattern pattern;
    private final double width;
    private final double on;
    private final double off;

    Role() {
        this(Pattern.NONE);
    }

    Role(Pattern pattern) {
        this.pattern = pattern;
        this.width = 1;
        this.on = 0;
        this.off = 0;
    }

    Role(double width, double... dashes) {
        this.pattern = Pattern.NONE;
        this.width = width;
        this.on = dashes.length == 0 ? 0 : dashes[0];
        this.off = dashes.length == 0 ? 0 : dashes[1];
    }

    public Pattern pattern() {
        return pattern;
    }

    /// Of its lines, in pixels.
    public double width() {
        return width;
    }

    public boolean isDashed() {
        return on > 0;
    }

    /// The length of a dash, 0 for a whole line.
    public double on() {
        return on;
    }

    /// The gap between dashes.
    public double off() {
        return off;
    }

    /// The word of it in style sheets and SVG: `tick-strong`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isWords() {
        return compareTo(TICK) >= 0;
    }
}
