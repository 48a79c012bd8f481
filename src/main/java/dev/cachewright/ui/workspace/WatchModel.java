package dev.cachewright.ui.workspace;

import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.recorder.Gap;
import dev.cachewright.recorder.Recorder;
import dev.cachewright.recorder.WatchAddresses;
import dev.cachewright.recorder.WatchEvent;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionKeeper;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Watches an application, one watch at a time, each with a session of its own. Its calls join that session whatever is
/// shown, opened or sent meanwhile.
public final class WatchModel implements AutoCloseable {

    private final Workspace workspace;
    private final Background background;
    private final Executor frames;
    private final Tools tools;
    private final RunningRecorder recorder = new RunningRecorder();
    private final ReadOnlyObjectWrapper<Optional<WatchAddresses>> watching = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper elsewhere = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper calls = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Gap, Long>> missed = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<WatchEvent.DiskRefused>> disk = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private WatchSetup setup = WatchSetup.usual();
    /// Of the watch that goes on.
    private Optional<WatchNews> news = Optional.empty();

    WatchModel(Workspace workspace, RunModel.Tools runs, Tools tools) {
        this.workspace = workspace;
        this.background = runs.background();
        this.frames = runs.frames();
        this.tools = tools;
        elsewhere.bind(Bindings.createBooleanBinding(() -> workspace.sessions().isWatchedElsewhere(), watching,
                workspace.session().sessionProperty()));
    }

    /// What watches are made with.
    ///
    /// @param recording what a recorder works with, from the profiles of the user
    /// @param simulatorUrl the base URL of the simulator, which starts where it does not run yet
    public record Tools(Function<List<Profile>, Recorder.Tools> recording, Supplier<String> simulatorUrl) {
    }

    /// Begins to watch, and shows the session of the watch; the one that was shown stays on disk. Where it does not begin,
    /// the problem says why.
    public void start(WatchSetup wanted) {
        if (busy.get() || isWatching()) {
            return;
        }
        setup = wanted;
        busy.set(true);
        forget();
        calls.set(0);
        List<Profile> profiles = workspace.preferences().get().allProfiles();
        SessionKeeper keeper = workspace.sessions().keeper();
        Session session = workspace.sessions().beginWatch();
        var fresh = new WatchNews(frames, this::take);
        news = Optional.of(fresh);
        background.run(() -> recorder.begin(() -> Recorder.start(new Recorder.Options(wanted.port(),
                wanted.servers(tools.simulatorUrl()), Optional.empty(), wanted.keepsBodies()),
                tools.recording().apply(profiles), keeper, session, fresh)).addresses())
                .onEnd(() -> busy.set(false)).onDone(this::begun).onFailure(Throwable.class, this::fail);
    }

    private void begun(WatchAddresses addresses) {
        workspace.sessions().showWatched();
        watching.set(Optional.of(addresses));
    }

    private void fail(Throwable failure) {
        news = Optional.empty();
        workspace.sessions().endWatch();
        boolean isPort = failure instanceof IOException && setup.port() != 0;
        String words = Sentence.of(Unexpected.words(failure, IOException.class, ProviderException.class));
        problem.set(Optional.of(
                isPort ? Texts.format("watch.port-taken", String.valueOf(setup.port()), words) : words));
    }

    /// What comes of a watch that has ended is on disk.
    private void take(WatchNews told) {
        if (news.filter(now -> now == told).isEmpty()) {
            return;
        }
        WatchNews.Fresh fresh = told.take();
        missed.set(fresh.missed());
        disk.set(fresh.disk());
        fresh.latest().ifPresent(latest -> workspace.sessions().joined(fresh.calls(), latest));
        calls.set(workspace.sessions().watchedCalls());
    }

    /// Ends the watch in order; its session stays.
    public void stop() {
        if (busy.get() || !isWatching()) {
            return;
        }
        busy.set(true);
        background.run(() -> {
            recorder.end();
            keepRest();
            return true;
        }).onEnd(this::ended);
    }

    private void ended() {
        news.ifPresent(this::take);
        news = Optional.empty();
        int waiting = disk.get().isPresent() ? workspace.sessions().watchedWaiting() : 0;
        disk.set(disk.get().filter(_ -> waiting > 0)
                .map(refused -> new WatchEvent.DiskRefused(refused.reason(), waiting)));
        workspace.sessions().endWatch();
        watching.set(Optional.empty());
        busy.set(false);
    }

    /// Once more for what the disk has refused.
    private void keepRest() {
        try {
            workspace.sessions().keeper().retry();
        } catch (IOException _) {
            // What waits still is told, and written with the next call that the disk takes.
        }
    }

    /// No longer says what was missed, refused or did not begin.
    public void forget() {
        problem.set(Optional.empty());
        missed.set(Map.of());
        disk.set(Optional.empty());
    }

    /// What the last watch was started with.
    public WatchSetup getSetup() {
        return setup;
    }

    /// Where the servers that are watched can be reached; empty while nothing is watched.
    public ReadOnlyObjectProperty<Optional<WatchAddresses>> watchingProperty() {
        return watching.getReadOnlyProperty();
    }

    public boolean isWatching() {
        return watching.get().isPresent();
    }

    /// Whether a watch is about to begin or to end.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Whether a watch goes on whose session is not the one that is shown.
    public ReadOnlyBooleanProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    /// The calls of the watch that have ended.
    public ReadOnlyIntegerProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }

    /// Why the last watch did not begin.
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Calls that passed and are not in the session, by the reason why.
    public ReadOnlyObjectProperty<Map<Gap, Long>> missedProperty() {
        return missed.getReadOnlyProperty();
    }

    /// Why calls are not on disk, those of the last watch among them; empty where all are.
    public ReadOnlyObjectProperty<Optional<WatchEvent.DiskRefused>> diskProperty() {
        return disk.getReadOnlyProperty();
    }

    /// Ends the watch in order, where the window or the program ends; from any thread. What has passed is on disk when
    /// this returns.
    @Override
    public void close() {
        recorder.close();
        keepRest();
    }
}
