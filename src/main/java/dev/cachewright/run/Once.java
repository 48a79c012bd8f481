package dev.cachewright.run;

/// Runs an action the first time it is asked to.
final class Once implements Runnable {

    private final Runnable action;
    private boolean isDone;

    Once(Runnable action) {
        this.action = action;
    }

    @Override
    public void run() {
        synchronized (this) {
            if (isDone) {
                return;
            }
            isDone = true;
        }
        action.run();
    }
}
