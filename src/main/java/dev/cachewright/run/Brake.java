package dev.cachewright.run;

import dev.cachewright.provider.Cancellation;

/// Holds a run between its calls; those on their way go on to their end.
public final class Brake {

    private boolean isOn;

    public synchronized void pull() {
        isOn = true;
    }

    public synchronized void release() {
        isOn = false;
        notifyAll();
    }

    /// Waits while the brake is on; a run that is cancelled is not held.
    void pass(Cancellation cancellation) {
        cancellation.onCancel(this::release);
        synchronized (this) {
            try {
                while (isOn && !cancellation.isCancelled()) {
                    wait();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
