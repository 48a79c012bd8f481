package dev.cachewright.ui.settings;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.telemetry.TelemetryEndpoint;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The address that figures of calls are sent to; empty for none.
public final class TelemetryViewModel {

    private final Workspace workspace;
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper go = new ReadOnlyStringWrapper("");
    private final BooleanBinding valid = Bindings.createBooleanBinding(() -> problem.get().isEmpty(), problem);

    public TelemetryViewModel(Workspace workspace) {
        this.workspace = workspace;
        String chosen = workspace.preferences().get().otlp();
        address.subscribe(this::check);
        address.set(chosen.isEmpty() ? workspace.telemetry().usual() : chosen);
    }

    private void check(String text) {
        try {
            checked(text);
            problem.set("");
        } catch (InputException e) {
            problem.set(Sentence.of(e.getMessage()));
        }
        go.set(Texts.get(text.isBlank() ? "telemetry.off" : "telemetry.on"));
    }

    private static Optional<TelemetryEndpoint> checked(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(TelemetryEndpoint.checked(text));
    }

    /// Sends figures there from the next run on; an empty address ends it.
    public void use() {
        String url = checked(address.get()).map(TelemetryEndpoint::url).orElse("");
        workspace.preferences().change(now -> now.withOtlp(url));
    }

    public StringProperty addressProperty() {
        return address;
    }

    /// Why the address cannot be used; empty where it can.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// What its button does.
    public ReadOnlyStringProperty goProperty() {
        return go.getReadOnlyProperty();
    }

    /// Whether it can be used as it is typed.
    public BooleanBinding valid() {
        return valid;
    }
}
