package dev.cachewright.ui.workspace;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.telemetry.Telemetries;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.telemetry.TelemetryEndpoint;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Subscriptions;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Hands figures of calls on to the collector that the preferences name, which is opened with the first run.
public final class TelemetryModel implements AutoCloseable {

    private final PreferencesModel preferences;
    private final Telemetries telemetries;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscriptions subscriptions = new Subscriptions();
    private String address = "";
    private Telemetry open = Telemetry.none();

    TelemetryModel(PreferencesModel preferences, Telemetries telemetries, Background background) {
        this.preferences = preferences;
        this.telemetries = telemetries;
        this.background = background;
        subscriptions.add(preferences.preferencesProperty().map(now -> now.otlp()).subscribe(now -> {
            problem.set(Optional.empty());
            background.run(() -> closeAllBut(now));
        }));
    }

    /// The collector at this address, opened where it is not yet; not on the UI thread. Where it cannot be, that is told
    /// and nothing is handed on.
    synchronized Telemetry of(String wanted) {
        closeAllBut(wanted);
        if (address.equals(wanted)) {
            return open;
        }
        try {
            open = telemetries.open(TelemetryEndpoint.checked(wanted), words -> tell(wanted, words));
            address = wanted;
        } catch (InputException e) {
            tell(wanted, e.getMessage());
        }
        return open;
    }

    private synchronized boolean closeAllBut(String wanted) {
        if (!address.equals(wanted) && !address.isEmpty()) {
            open.close();
            open = Telemetry.none();
            address = "";
        }
        return address.isEmpty();
    }

    private void tell(String from, String words) {
        background.deliver(() -> {
            if (preferences.get().otlp().equals(from)) {
                problem.set(Optional.of(words).filter(said -> !said.isEmpty()));
            }
        });
    }

    /// The address that the environment names, which is offered where none is chosen.
    public String usual() {
        return telemetries.usual();
    }

    /// Why the collector does not take the figures; empty where it does, or none is asked to.
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
        closeAllBut("");
    }
}
