package dev.cachewright.provider;

import java.util.ArrayList;
import java.util.List;

/// Stops a call from another thread.
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean isCancelled;

    /// Runs what [#onCancel] was given; later calls do nothing.
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            isCancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    /// Has `action` run when the call is cancelled, at once where it is already.
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!isCancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
