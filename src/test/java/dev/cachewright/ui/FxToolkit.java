package dev.cachewright.ui;

import dev.cachewright.ui.fx.PangoRepair;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/// Starts the toolkit once per JVM and runs test code on its thread.
public final class FxToolkit {

    private static final int LIMIT_SECONDS = 60;

    private FxToolkit() {
    }

    /// Runs the code on the UI thread and waits for its result; what it throws is thrown here.
    public static <T> T call(Callable<T> code) {
        start();
        FutureTask<T> task = new FutureTask<>(code);
        Platform.runLater(task);
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw asUnchecked(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("The UI thread did not answer", e);
        }
    }

    public static void run(Action code) {
        call(() -> {
            code.run();
            return null;
        });
    }

    /// Lets the toolkit lay out and paint `count` frames.
    public static void frames(int count) {
        start();
        CountDownLatch left = new CountDownLatch(count);
        Platform.runLater(() -> new javafx.animation.AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
                if (left.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        try {
            if (!left.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No frame came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Test code that may throw.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    private static void start() {
        try {
            CountDownLatch ready = new CountDownLatch(1);
            Platform.startup(ready::countDown);
            Platform.setImplicitExit(false);
            ready.await();
            // As the window does.
            Platform.runLater(PangoRepair::install);
        } catch (IllegalStateException e) {
            // It runs already: another test of this JVM started it.
            return;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException asUnchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }
}
