package dev.cachewright.ui.workspace;

import dev.cachewright.recorder.Gap;
import dev.cachewright.recorder.WatchEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Gathers what a watch tells, to be taken once a frame: an application may make many calls a second. Told by the
/// recorder's thread, taken on the UI thread.
final class WatchNews implements Consumer<WatchEvent> {

    private final Executor frames;
    private final Consumer<WatchNews> arrived;
    private final List<Call> calls = new ArrayList<>();
    private final Map<Gap, Long> missed = new EnumMap<>(Gap.class);
    /// Of the latest call alone: that of others is read from the disk when it is looked at.
    private Optional<Exchange> latest = Optional.empty();
    /// What the disk said of the next call.
    private Optional<WatchEvent.DiskRefused> refused = Optional.empty();
    private Optional<WatchEvent.DiskRefused> disk = Optional.empty();
    private boolean isAsked;

    /// @param frames runs an action in the next frame
    /// @param arrived is called there when there is something to take
    WatchNews(Executor frames, Consumer<WatchNews> arrived) {
        this.frames = frames;
        this.arrived = arrived;
    }

    /// What is new.
    ///
    /// @param calls that have ended since
    /// @param latest what went out and came back in the last of them
    /// @param missed calls of the whole watch that are not in the session
    /// @param disk why the latest call is not on disk; empty where all are
    record Fresh(List<Call> calls, Optional<Exchange> latest, Map<Gap, Long> missed,
            Optional<WatchEvent.DiskRefused> disk) {

        Fresh {
            calls = List.copyOf(calls);
            missed = Map.copyOf(missed);
        }
    }

    @Override
    public void accept(WatchEvent event) {
        boolean isFirst;
        synchronized (this) {
            add(event);
            isFirst = !isAsked;
            isAsked = true;
        }
        if (isFirst) {
            frames.execute(() -> arrived.accept(this));
        }
    }

    private void add(WatchEvent event) {
        switch (event) {
            case WatchEvent.Ended ended -> {
                calls.add(ended.call());
                latest = Optional.of(ended.exchange());
                // A call that the disk takes takes along those that waited.
                disk = refused;
                refused = Optional.empty();
            }
            case WatchEvent.DiskRefused now -> refused = Optional.of(now);
            case WatchEvent.Missed now -> missed.put(now.gap(), now.calls());
        }
    }

    synchronized Fresh take() {
        isAsked = false;
        var fresh = new Fresh(calls, latest, missed, disk);
        calls.clear();
        latest = Optional.empty();
        return fresh;
    }
}
