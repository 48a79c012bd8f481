package dev.cachewright.provider;

import java.util.function.Consumer;

/// A place that answers calls.
public interface Provider extends AutoCloseable {

    /// Sends a call and returns after its end. `events` is called on this thread as bytes arrive, so that what it
    /// measures is the socket's time; the last event is a [CallEvent.End]. Retries nothing by itself.
    void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events);

    /// Loads what the first call would wait for; sends nothing.
    void warmUp();

    @Override
    void close();
}
