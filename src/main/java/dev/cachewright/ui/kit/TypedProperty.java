package dev.cachewright.ui.kit;

import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;

/// A property of a control that notifies the control at once when it changes.
final class TypedProperty<T> extends SimpleObjectProperty<T> {

    private final Consumer<? super T> changed;

    TypedProperty(Object bean, String name, T initial, Consumer<? super T> changed) {
        super(bean, name, initial);
        this.changed = changed;
    }

    @Override
    protected void invalidated() {
        changed.accept(get());
    }
}
