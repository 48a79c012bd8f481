package dev.cachewright.ui.document;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the start page offers to open because the last start did not get past it.
public final class Offer {

    private final ReadOnlyObjectWrapper<Optional<Offered>> offered = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A prompt by its name, and what opens it.
    public record Offered(String name, Runnable action) {
    }

    /// @param action opens it
    public void make(String name, Runnable action) {
        offered.set(Optional.of(new Offered(name, action)));
    }

    /// Stops offering anything.
    public void withdraw() {
        offered.set(Optional.empty());
    }

    public void accept() {
        Optional<Offered> now = offered.get();
        withdraw();
        now.ifPresent(each -> each.action().run());
    }

    /// The name of what is offered; empty when nothing is.
    public String getName() {
        return offered.get().map(Offered::name).orElse("");
    }

    public ReadOnlyObjectProperty<Optional<Offered>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }
}
