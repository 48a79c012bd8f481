package dev.cachewright.ui.forecast;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.AnalysisModel;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// The cadence of the forecast series as numbers that are typed.
public final class CadenceViewModel implements AutoCloseable {

    private static final long NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    private final ObjectProperty<Cadence> cadence;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final IntegerProperty callsAMinute = new SimpleIntegerProperty();
    private final IntegerProperty parallel = new SimpleIntegerProperty();
    private final IntegerProperty pauseAfter = new SimpleIntegerProperty();
    private final IntegerProperty pauseMinutes = new SimpleIntegerProperty();
    private final Subscriptions subscriptions = new Subscriptions();

    public CadenceViewModel(AnalysisModel analysis) {
        this.cadence = analysis.cadenceProperty();
        Cadence now = cadence.get();
        callsAMinute.set((int) Math.round(now.callsAMinute()));
        parallel.set(now.parallel());
        pauseAfter.set(now.pauseAfter());
        pauseMinutes.set(Math.max(1, (int) now.pause().toMinutes()));
        for (IntegerProperty figure : new IntegerProperty[]{callsAMinute, parallel, pauseAfter, pauseMinutes}) {
            subscriptions.add(figure.subscribe(this::apply));
        }
    }

    private void apply() {
        // Calls that are sent together count as one.
        Duration every = Duration.ofNanos(NANOS_A_MINUTE * parallel.get() / callsAMinute.get());
        cadence.set(new Cadence(every, parallel.get(), pauseAfter.get(), Duration.ofMinutes(pauseMinutes.get())));
    }

    IntegerProperty callsAMinuteProperty() {
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
