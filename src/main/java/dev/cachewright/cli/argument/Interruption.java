package dev.cachewright.cli.argument;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a command end in order when the process is told to: it is asked to stop, and has some time for that. Closed when
/// the command has ended.
public final class Interruption implements AutoCloseable {

    private final CountDownLatch isDone = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable stop, Duration longest) {
        this.hook = new Thread(() -> {
            stop.run();
            awaitEnd(longest);
        });
    }

    /// @param stop asks the command to stop, on another thread
    /// @param longest time for what is under way
    public static Interruption with(Runnable stop, Duration longest) {
        var interruption = new Interruption(stop, longest);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void awaitEnd(Duration longest) {
        try {
            isDone.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isDone.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending: the hook is what waits for us.
        }
    }
}
