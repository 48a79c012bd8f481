package dev.cachewright.ui.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs the same kind of work again and again where only the newest answer counts.
///
/// At most one piece runs and one waits: a newer one takes the place of the one that waits, and a result is dropped
/// when its generation number is no longer the newest. To be used from the UI thread only.
public final class Latest {

    private final Background background;
    private long generation;
    private boolean running;
    private Runnable pending;

    public Latest(Background background) {
        this.background = background;
    }

    public <T> void submit(Callable<T> work, Consumer<? super T> onDone) {
        submit(work, onDone, Latest::report);
    }

    public <T> void submit(Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onFailure) {
        long mine = ++generation;
        Runnable start = () -> start(mine, work, onDone, onFailure);
        if (running) {
            pending = start;
        } else {
            start.run();
        }
    }

    /// Drops the results of what runs or waits.
    public void cancel() {
        generation++;
        pending = null;
    }

    /// Whether an answer is still to come.
    public boolean isBusy() {
        return running || pending != null;
    }

    private <T> void start(long mine, Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onFailure) {
        running = true;
        background.run(work)
                .onDone(result -> finish(mine, () -> onDone.accept(result)))
                .onFailure(Throwable.class, thrown -> finish(mine, () -> onFailure.accept(thrown)));
    }

    private void finish(long mine, Runnable deliver) {
        running = false;
        Runnable next = pending;
        pending = null;
        try {
            if (mine == generation) {
                deliver.run();
            }
        } finally {
            if (next != null) {
                next.run();
            }
        }
    }

    private static void report(Throwable thrown) {
        System.getLogger(Latest.class.getName()).log(System.Logger.Level.WARNING, "Background work failed", thrown);
    }
}
