package dev.cachewright.ui.forecast;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.AnalysisModel;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;

/// The cadence of the forecast series as numbers that are typed.
public final class CadenceViewModel implements AutoCloseable {

    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    private final ObjectProperty<Cadence> cadence;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final DoubleProperty callsAMinute = new SimpleDoubleProperty();
    private final IntegerProperty parallel = new SimpleIntegerProperty();
    private final IntegerProperty pauseAfter = new SimpleIntegerProperty();
    private final IntegerProperty pauseMinutes = new SimpleIntegerProperty();
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean isFollowing;

    public CadenceViewModel(AnalysisModel analysis) {
        this.cadence = analysis.cadenceProperty();
        subscriptions.add(cadence.subscribe(this::follow));
        for (ObservableValue<?> figure : List.of(callsAMinute, parallel, pauseAfter, pauseMinutes)) {
            subscriptions.add(figure.subscribe((before, now) -> apply()));
        }
    }

    /// Shows a cadence that was chosen elsewhere, such as that of recorded calls; what is typed here stays as typed.
    private void follow(Cadence now) {
        if (!isFollowing) {
            isFollowing = true;
            callsAMinute.set(now.callsAMinute());
            parallel.set(now.parallel());
            pauseAfter.set(now.pauseAfter());
            pauseMinutes.set(Math.max(1, (int) now.pause().toMinutes()));
            isFollowing = false;
        }
    }

    private void apply() {
        if (!isFollowing) {
            isFollowing = true;
            // Calls that are sent together count as one.
            Duration every = Duration.ofNanos(Math.round(NANOS_A_MINUTE * parallel.get() / callsAMinute.get()));
            cadence.set(new Cadence(every, parallel.get(), pauseAfter.get(), Duration.ofMinutes(pauseMinutes.get())));
            isFollowing = false;
        }
    }

    /// Less than one where calls are rarer.
    DoubleProperty callsAMinuteProperty() {
        return callsAMinute;
    }

    IntegerProperty parallelProperty() {
        return parallel;
    }

    IntegerProperty pauseAfterProperty() {
        return pauseAfter;
    }

    IntegerProperty pauseMinutesProperty() {
        return pauseMinutes;
    }

    /// Whether the figures are shown.
    public BooleanProperty openProperty() {
        return open;
    }

    public boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
