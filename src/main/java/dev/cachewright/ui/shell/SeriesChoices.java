package dev.cachewright.ui.shell;

import dev.cachewright.catalog.Money;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.OutputLimit;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Spacing;
import dev.cachewright.run.Stops;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// What its user chooses for a series.
final class SeriesChoices {

    private static final double PERCENT = 100;

    final IntegerProperty times = new SimpleIntegerProperty(1);
    final BooleanProperty shuffled = new SimpleBooleanProperty();
    final IntegerProperty seed = new SimpleIntegerProperty(1);
    final IntegerProperty parallel = new SimpleIntegerProperty(1);
    final BooleanProperty firstAlone = new SimpleBooleanProperty();
    /// Whether pings between calls keep the cache warm.
    final BooleanProperty keptAlive = new SimpleBooleanProperty();
    final BooleanProperty perMinute = new SimpleBooleanProperty();
    final IntegerProperty pauseMillis = new SimpleIntegerProperty();
    final IntegerProperty callsPerMinute = new SimpleIntegerProperty(60);
    final IntegerProperty jitterPercent = new SimpleIntegerProperty();
    /// A control call after so many; 0 for none.
    final IntegerProperty controlAfter = new SimpleIntegerProperty();
    final IntegerProperty tries = new SimpleIntegerProperty();
    final IntegerProperty failures = new SimpleIntegerProperty(1);
    /// In dollars; 0 for no limit.
    final DoubleProperty spending = new SimpleDoubleProperty();
    final BooleanProperty streamed = new SimpleBooleanProperty(true);
    final IntegerProperty outputLimit = new SimpleIntegerProperty(OutputLimit.USUAL);

    /// All that an estimate depends on.
    List<Observable> all() {
        return List.of(times, shuffled, seed, parallel, firstAlone, keptAlive, perMinute, pauseMillis, callsPerMinute,
                jitterPercent, controlAfter, tries, failures, spending, streamed, outputLimit);
    }

    /// Whether pings can be sent: calls follow each other, each at its time.
    boolean canKeepAlive() {
        return parallel.get() < 2 && (!perMinute.get() || jitterPercent.get() == 0);
    }

    /// @param kept how long what is stored is kept after its last use; empty where nothing is, or that is not known
    CallOrder order(int rowCount, Optional<Duration> kept) {
        CallOrder inTurn = CallOrder.inTurn(rowCount, rowCount * times.get());
        CallOrder order = (shuffled.get() ? inTurn.shuffled(seed.get()) : inTurn)
                .withControlAfter(controlAfter.get());
        return spacing(kept) instanceof Spacing.KeptWarm warm ? order.withPingsBetween(warm.pings()) : order;
    }

    private Spacing spacing(Optional<Duration> kept) {
        Spacing spacing = perMinute.get()
                ? new Spacing.PerMinute(callsPerMinute.get(), jitterPercent.get() / PERCENT, seed.get())
                : new Spacing.Pause(Duration.ofMillis(pauseMillis.get()));
        return kept.filter(_ -> keptAlive.get() && canKeepAlive())
                .<Spacing>map(lifetime -> Spacing.KeptWarm.of(spacing, lifetime)).orElse(spacing);
    }

    /// @param kept as for the order
    Pace pace(Optional<Duration> kept) {
        var stops = new Stops(failures.get(), limit(), tries.get(), outputLimit.get());
        return new Pace(spacing(kept), parallel.get(), firstAlone.get(), streamed.get(), CallLimits.usual(), stops);
    }

    private Optional<Money> limit() {
        return spending.get() > 0
                ? Optional.of(Money.ofDollars(BigDecimal.valueOf(spending.get())))
                : Optional.empty();
    }
}
