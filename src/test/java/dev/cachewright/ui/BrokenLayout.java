package dev.cachewright.ui;

import dev.cachewright.ui.fx.BrokenPango;
import dev.cachewright.ui.fx.LayoutGuard;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// While it is open, Hebrew that wraps fails in layout, as it does in JavaFX on Linux without the repair, and a guard
/// hears of it.
public final class BrokenLayout implements AutoCloseable {

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final LayoutGuard guard = new LayoutGuard((thread, thrown) -> told.add(thrown));

    public BrokenLayout() {
        FxToolkit.run(() -> {
            BrokenPango.set();
            Thread.currentThread().setUncaughtExceptionHandler(guard);
        });
    }

    public LayoutGuard guard() {
        return guard;
    }

    /// What the guard passed on.
    public List<Throwable> told() {
        return told;
    }

    /// How many layouts have failed so far.
    public long failures() {
        return FxToolkit.call(guard::failures);
    }

    @Override
    public void close() {
        FxToolkit.run(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(null);
            BrokenPango.mend();
        });
    }
}
