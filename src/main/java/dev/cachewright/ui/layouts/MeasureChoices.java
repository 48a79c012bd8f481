package dev.cachewright.ui.layouts;

import dev.cachewright.catalog.Money;
import dev.cachewright.experiment.Layout;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Stops;
import dev.cachewright.run.experiment.ExperimentPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What its user chooses for a measurement.
final class MeasureChoices {

    private static final int USUAL_ROUNDS = 10;
    /// A cache of a provider may take a moment until what it has written can be read.
    private static final int USUAL_PAUSE_MILLIS = 3_000;

    final ObjectProperty<Integer> rounds = new SimpleObjectProperty<>(USUAL_ROUNDS);
    final ObjectProperty<Integer> pauseMillis = new SimpleObjectProperty<>(0);
    /// In dollars; 0 for no limit.
    final ObjectProperty<Double> spending = new SimpleObjectProperty<>(0.0);
    private Optional<String> pausedFor = Optional.empty();

    /// Takes the usual pause of a profile, unless it was taken already.
    void follow(Profile profile) {
        if (!pausedFor.equals(Optional.of(profile.name()))) {
            pausedFor = Optional.of(profile.name());
            pauseMillis.set(profile.kind() == Profile.Kind.SIMULATOR ? 0 : USUAL_PAUSE_MILLIS);
        }
    }

    List<ObjectProperty<?>> all() {
        return List.of(rounds, pauseMillis, spending);
    }

    Optional<Money> limit() {
        return spending.get() > 0
                ? Optional.of(Money.ofDollars(BigDecimal.valueOf(spending.get())))
                : Optional.empty();
    }

    /// @param outputLimit tokens of the longest answer
    ExperimentPlan plan(List<Layout> layouts, Values values, Profile profile, int outputLimit) {
        Pace pace = Pace.oneByOne(Duration.ofMillis(pauseMillis.get()))
                .withStops(new Stops(1, limit(), 0, outputLimit));
        return new ExperimentPlan(layouts, values, rounds.get(), pace, profile);
    }
}
