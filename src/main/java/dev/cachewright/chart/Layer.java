package dev.cachewright.chart;

import java.util.EnumSet;
import java.util.Set;

/// What can be shown or not, beside the bars.
public enum Layer {
    /// What was forecast, as a mark on each bar.
    FORECAST(Role.FORECAST),
    /// The hit rate so far, from the last change on.
    HIT_RATE(Role.HIT_RATE),
    /// The time to the first token of each call.
    FIRST_TOKEN(Role.FIRST_TOKEN),
    /// What each call cost.
    COST(Role.COST);

    private final Role role;

    Layer(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    /// Whether it is a line with a lane of its own below the bars.
    public boolean isLine() {
        return this != FORECAST;
    }

    /// What is shown at first.
    public static Set<Layer> usual() {
        return EnumSet.of(FORECAST, HIT_RATE);
    }
}
