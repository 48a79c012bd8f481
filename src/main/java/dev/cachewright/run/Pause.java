package dev.cachewright.run;

import dev.cachewright.provider.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits between calls.
final class Pause {

    private Pause() {
    }

    /// Waits for `duration`, less when the run is cancelled.
    ///
    /// @return whether the run goes on
    static boolean sleep(Duration duration, Cancellation cancellation) {
        var cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        try {
            return !cancelled.await(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS)
                    && !cancellation.isCancelled();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
