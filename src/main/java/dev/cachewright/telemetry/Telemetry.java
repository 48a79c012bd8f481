package dev.cachewright.telemetry;

import dev.cachewright.provider.Profile;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import java.util.function.Consumer;

/// Is told of calls once they have ended, and hands their figures on. Takes no time of the run and never fails it; where
/// figures come faster than they are taken, some are lost. To be used from any thread.
public interface Telemetry extends AutoCloseable {

    /// A call has ended.
    void finished(Call call, Origin origin);

    /// Hands on what still waits, for a few seconds at most. What ends after that is not handed on.
    @Override
    void close();

    /// Where a call was made.
    ///
    /// @param session the id of its session
    /// @param isStreamed whether its answer was asked for as a stream
    record Origin(String session, Profile profile, boolean isStreamed) {
    }

    /// Hears the events of a run and is told of its calls, each after the other listener.
    default Consumer<RunEvent> after(Consumer<RunEvent> first, Origin origin) {
        return event -> {
            first.accept(event);
            if (event instanceof RunEvent.Finished finished) {
                finished(finished.call(), origin);
            }
        };
    }

    /// Hands nothing on.
    static Telemetry none() {
        return new Telemetry() {

            @Override
            public void finished(Call call, Origin origin) {
                // Off.
            }

            @Override
            public void close() {
                // Nothing waits.
            }
        };
    }
}
