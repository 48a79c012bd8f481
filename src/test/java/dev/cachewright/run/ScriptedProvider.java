package dev.cachewright.run;

import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Answers calls as it was told, one script a call, and remembers what was sent.
final class ScriptedProvider implements Provider {

    final List<ModelCall> sent = new ArrayList<>();
    Runnable afterEachCall = () -> {
    };
    /// Lets so many milliseconds pass.
    IntConsumer tick = millis -> {
    };

    private final Deque<Consumer<Consumer<CallEvent>>> scripts = new ArrayDeque<>();

    ScriptedProvider script(Consumer<Consumer<CallEvent>> script) {
        scripts.add(script);
        return this;
    }

    /// An answer whose text comes after 300 ms, and whose end after a second.
    ScriptedProvider answers(String text, String usage) {
        return script(events -> {
            tick.accept(300);
            events.accept(new CallEvent.Delta(text));
            tick.accept(700);
            events.accept(new CallEvent.Completed("stop", usage));
        });
    }

    @Override
    public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
        sent.add(call);
        scripts.remove().accept(events);
        afterEachCall.run();
    }

    @Override
    public void warmUp() {
        // Nothing to load.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
