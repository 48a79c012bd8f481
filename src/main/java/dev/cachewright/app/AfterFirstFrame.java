package dev.cachewright.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Holds work back until the window has been painted, so that nothing heavy delays its first frame.
final class AfterFirstFrame implements Executor {

    private final Executor worker;
    private final List<Runnable> held = new ArrayList<>();
    private boolean painted;

    AfterFirstFrame(Executor worker) {
        this.worker = worker;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (!painted) {
                held.add(task);
                return;
            }
        }
        worker.execute(task);
    }

    /// Starts what was held back, in the order in which it came, and holds nothing back from now on.
    void painted() {
        List<Runnable> waiting;
        synchronized (this) {
            painted = true;
            waiting = List.copyOf(held);
            held.clear();
        }
        waiting.forEach(worker::execute);
    }
}
