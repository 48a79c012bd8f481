package dev.cachewright.telemetry;

import dev.cachewright.session.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Writes down what is handed on, for tests of what hands it on.
public final class RecordedTelemetries implements Telemetries {

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> told = new ArrayList<>();
    private final String usual;

    public RecordedTelemetries() {
        this("");
    }

    /// @param usual the address of the environment
    public RecordedTelemetries(String usual) {
        this.usual = usual;
    }

    /// What happened, a line each.
    public List<String> log() {
        return List.copyOf(log);
    }

    /// Has the collector that was opened last say this.
    public void say(String words) {
        told.getLast().accept(words);
    }

    @Override
    public String usual() {
        return usual;
    }

    @Override
    public Telemetry open(TelemetryEndpoint endpoint, Consumer<String> listener) {
        log.add("open " + endpoint.url());
        told.add(listener);
        return new Telemetry() {

            @Override
            public void finished(Call call, Origin origin) {
                log.add("call " + call.number() + " to " + origin.profile().name()
                        + (origin.isStreamed() ? ", streamed" : ""));
            }

            @Override
            public void close() {
                log.add("close " + endpoint.url());
            }
        };
    }
}
