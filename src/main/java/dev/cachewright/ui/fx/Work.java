package dev.cachewright.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One piece of background work and the listeners to its end. To be used from the UI thread only.
///
/// Each listener is called once, on the UI thread, also when it was added after the end.
public final class Work<T> {

    private final List<Consumer<? super T>> done = new ArrayList<>();
    private final List<Handler<?>> failures = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private T result;
    private Throwable failure;
    private boolean ended;
    private boolean cancelled;

    Work() {
    }

    public Work<T> onDone(Consumer<? super T> listener) {
        if (!ended) {
            done.add(listener);
        } else if (failure == null && !cancelled) {
            listener.accept(result);
        }
        return this;
    }

    /// Runs whatever the end is: after the result is delivered, before a failure is reported.
    public Work<T> onEnd(Runnable listener) {
        if (ended) {
            listener.run();
        } else {
            ends.add(listener);
        }
        return this;
    }

    /// The first handler whose type fits gets the failure; one that no handler takes goes to the log.
    public <E extends Throwable> Work<T> onFailure(Class<E> type, Consumer<? super E> listener) {
        Handler<E> handler = new Handler<>(type, listener);
        if (!ended) {
            failures.add(handler);
        } else if (failure != null && !(failure instanceof Taken) && !cancelled && handler.takes(failure)) {
            failure = new Taken();
        }
        return this;
    }

    /// No listener is called any more. What runs is not interrupted.
    public void cancel() {
        cancelled = true;
    }

    void succeed(T value) {
        ended = true;
        result = value;
        if (!cancelled) {
            done.forEach(listener -> listener.accept(value));
        }
        ends.forEach(Runnable::run);
    }

    void fail(Throwable thrown) {
        ended = true;
        failure = thrown;
        ends.forEach(Runnable::run);
        if (cancelled) {
            return;
        }
        if (failures.stream().anyMatch(handler -> handler.takes(thrown))) {
            failure = new Taken();
        } else {
            // Not a constant: the logging system is not looked for on the way to the first window.
            System.getLogger(Work.class.getName()).log(System.Logger.Level.WARNING, "Background work failed", thrown);
        }
    }

    private record Handler<E extends Throwable>(Class<E> type, Consumer<? super E> listener) {

        boolean takes(Throwable thrown) {
            if (!type.isInstance(thrown)) {
                return false;
            }
            listener.accept(type.cast(thrown));
            return true;
        }
    }

    /// Takes the place of a failure that a handler took, and fits no handler.
    private static final class Taken extends Error {

        private Taken() {
            super(null, null, false, false);
        }
    }
}
