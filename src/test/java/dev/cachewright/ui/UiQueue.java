package dev.cachewright.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What other threads bring to the UI thread, which is the thread of the test.
public final class UiQueue implements Executor {

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final LinkedBlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable action) {
        actions.add(action);
    }

    /// Does what is brought, until it is so.
    public void until(BooleanSupplier isSo) throws InterruptedException {
        while (!isSo.getAsBoolean()) {
            Runnable next = actions.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing more is brought");
            }
            next.run();
        }
    }
}
