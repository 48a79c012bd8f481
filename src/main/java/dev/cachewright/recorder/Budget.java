package dev.cachewright.recorder;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of copies may be held at once. Safe for all threads.
final class Budget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Budget(long most) {
        this.most = most;
    }

    /// Takes so many bytes.
    ///
    /// @return whether there were so many; none are taken otherwise
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }
}
