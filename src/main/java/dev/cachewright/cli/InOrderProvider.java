package dev.cachewright.cli;

import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Lets the next call be prepared once this one goes out, so that parallel calls leave in the order of their forecasts.
final class InOrderProvider implements Provider {

    private final Provider provider;
    private final Runnable next;
    private final AtomicBoolean isPassed = new AtomicBoolean();

    InOrderProvider(Provider provider, Runnable next) {
        this.provider = provider;
        this.next = next;
    }

    @Override
    public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
        pass();
        provider.send(call, cancellation, events);
    }

    @Override
    public void warmUp() {
        provider.warmUp();
    }

    /// Lets the next call go also where this one was never sent; the provider stays open.
    @Override
    public void close() {
        pass();
    }

    private void pass() {
        if (isPassed.compareAndSet(false, true)) {
            next.run();
        }
    }
}
