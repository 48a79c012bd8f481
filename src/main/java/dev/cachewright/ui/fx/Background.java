package dev.cachewright.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/// Runs work away from the UI thread and brings its end back to it.
///
/// In the app `worker` starts virtual threads and `ui` is [UiThread#run]; in tests both may be `Runnable::run`.
public final class Background {

    private final Executor worker;
    private final Executor ui;

    public Background(Executor worker, Executor ui) {
        this.worker = worker;
        this.ui = ui;
    }

    /// Starts the work at once.
    public <T> Work<T> run(Callable<T> callable) {
        Work<T> work = new Work<>();
        worker.execute(() -> perform(callable, work));
        return work;
    }

    /// Runs `action` where results are delivered: on the UI thread, now or soon.
    public void deliver(Runnable action) {
        ui.execute(action);
    }

    private <T> void perform(Callable<T> callable, Work<T> work) {
        T result;
        try {
            result = callable.call();
        } catch (Throwable thrown) {
            ui.execute(() -> work.fail(thrown));
            return;
        }
        ui.execute(() -> work.succeed(result));
    }
}
