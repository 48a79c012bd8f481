package dev.cachewright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hears of the exceptions that nobody catches on the UI thread, while it is open.
public final class LayoutFailures implements AutoCloseable {

    private final List<Throwable> heard = new CopyOnWriteArrayList<>();

    public LayoutFailures() {
        FxToolkit.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> heard.add(thrown)));
    }

    public List<Throwable> heard() {
        return new ArrayList<>(heard);
    }

    @Override
    public void close() {
        FxToolkit.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    }
}
