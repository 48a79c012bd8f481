package dev.cachewright.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/// Keeps what a view subscribed to, to be closed when the view goes.
public final class Subscriptions implements AutoCloseable {

    private final List<Subscription> kept = new ArrayList<>();

    public void add(Subscription subscription) {
        kept.add(subscription);
    }

    @Override
    public void close() {
        kept.forEach(Subscription::unsubscribe);
        kept.clear();
    }
}
