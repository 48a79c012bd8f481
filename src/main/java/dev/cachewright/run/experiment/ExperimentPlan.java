package dev.cachewright.run.experiment;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Spacing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The experiment to make. All layouts go to the destination of the first.
///
/// @param layouts at least one, the one that the others are compared with first
/// @param rounds to be measured, after one that warms the caches
/// @param pace one call after the other
public record ExperimentPlan(List<Layout> layouts, Values values, int rounds, Pace pace, Profile profile) {

    /// @throws IllegalArgumentException where there is no layout or no round, or calls would overlap
    public ExperimentPlan {
        layouts = List.copyOf(layouts);
        if (layouts.isEmpty() || rounds < 1 || pace.parallel() != 1) {
            throw new IllegalArgumentException(layouts.size() + ", " + rounds + ", " + pace.parallel());
        }
    }

    /// How many calls are made, those that warm the caches and those for control among them.
    public int calls() {
        return turns().calls(rounds + 1);
    }

    /// The calls of each layout, those that warm the caches among them, as a forecast supposes them.
    ///
    /// @param at when the first is sent, which decides its price
    public Layouts.Calls each(Instant at) {
        Duration pause = pace.spacing() instanceof Spacing.Pause(Duration between) ? between : Duration.ZERO;
        return new Layouts.Calls(rounds + 1, Cadence.every(pause.multipliedBy(layouts.size() + 1L)), at);
    }

    Turns turns() {
        return new Turns(layouts.size());
    }
}
