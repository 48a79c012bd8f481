package dev.cachewright.ui.workspace;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.recorder.WatchedSession;
import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The calls of the session, the one that is looked at, and what the cache holds by the rules after them.
public final class SessionModel {

    private final ReadOnlyObjectWrapper<Session> session;
    private final ReadOnlyObjectWrapper<CacheState> cache = new ReadOnlyObjectWrapper<>(CacheState.empty());
    private final Map<String, CacheState> caches = new HashMap<>();
    private String place;
    private final ReadOnlyObjectWrapper<Optional<Unkept>> unkept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper resumed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper();
    private final BooleanProperty pinned = new SimpleBooleanProperty(this, "pinned");
    private final ObjectProperty<Optional<Call>> selected = new SimpleObjectProperty<>(Optional.empty());
    /// When the session that began last did.
    private Instant latest;

    /// @param profile where calls go at first
    SessionModel(Instant now, String profile) {
        this.place = profile;
        this.latest = now.truncatedTo(ChronoUnit.MILLIS);
        this.session = new ReadOnlyObjectWrapper<>(Session.started(id(latest)));
    }

    /// Shows the session that was kept last, so that it goes on.
    void resume(Session kept) {
        restore(kept);
        resumed.set(!kept.calls().isEmpty());
    }

    /// Shows another session. What the caches hold is the same as before: they do not know of sessions.
    void restore(Session kept) {
        selected.set(Optional.empty());
        unkept.set(Optional.empty());
        resumed.set(false);
        wanted.set(false);
        session.set(kept);
    }

    /// Begins another session, also within the same millisecond.
    public void startNew(Instant now) {
        restore(Session.started(nextId(now)));
    }

    /// The id of a session that begins now: of none that began here before.
    String nextId(Instant now) {
        Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
        latest = moment.isAfter(latest) ? moment : latest.plusMillis(1);
        return id(latest);
    }

    /// Notes whether its user has asked to see this session, with a prompt or without.
    void want(boolean isWanted) {
        wanted.set(isWanted);
    }

    /// Whether its user has asked to see this session: then it is shown also where no prompt is open.
    public ReadOnlyBooleanProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    private static String id(Instant now) {
        return SessionId.at(now, ProcessHandle.current().pid());
    }

    /// Notes that so many calls are shown and not on disk, this one the latest.
    void notKept(int calls, Call call, String reason) {
        unkept.set(Optional.of(new Unkept(calls, call.number(), reason)));
    }

    /// Notes that all that is shown is on disk.
    void allKept() {
        unkept.set(Optional.empty());
    }

    /// Calls that are shown and not on disk.
    ///
    /// @param calls how many
    /// @param number the number of the latest
    /// @param reason what the disk said
    public record Unkept(int calls, int number, String reason) {
    }

    /// Whether the calls that are shown are those of an application: calls that are sent from here do not join them.
    public boolean isOfApplication() {
        return WatchedSession.isOf(session.get());
    }

    /// Whether all calls of the session were made before this start.
    public ReadOnlyBooleanProperty resumedProperty() {
        return resumed.getReadOnlyProperty();
    }

    /// What of the session is not on disk; empty where all of it is.
    public ReadOnlyObjectProperty<Optional<Unkept>> unkeptProperty() {
        return unkept.getReadOnlyProperty();
    }

    /// The session has another name, or is of a prompt that has.
    void rename(Session same) {
        session.set(same);
    }

    /// Notes that a copy of `saved` is on disk; a call that was lost since is not in it.
    public void copied(Session saved) {
        if (session.get() == saved) {
            unkept.set(Optional.empty());
        }
    }

    /// Where a run was begun: its calls belong there, whatever is shown when they end.
    ///
    /// @param session the id of the session
    /// @param profile where the calls go
    record Origin(String session, String profile) {
    }

    /// Where a run that begins now belongs.
    Origin origin() {
        return new Origin(session.get().id(), place);
    }

    /// Whether the session of a run is the one that is shown.
    boolean isShown(Origin origin) {
        return origin.session().equals(session.get().id());
    }

    /// Takes in a call; one of another session is on disk alone.
    void finished(Origin origin, Call call, CacheState after) {
        boolean isShown = isShown(origin);
        if (isShown) {
            resumed.set(false);
            session.set(session.get().with(call));
        }
        if (origin.profile().equals(place)) {
            cache.set(after);
        } else {
            caches.put(origin.profile(), after);
        }
        if (isShown) {
            selected.set(Optional.of(call));
        }
    }

    /// Takes in calls of an application that is watched.
    ///
    /// @param latest is called where the last of them becomes the one that is looked at, before it is
    void joined(List<Call> calls, Runnable latest) {
        boolean isFollowing = isFollowing();
        resumed.set(false);
        session.set(session.get().with(calls));
        if (isFollowing) {
            latest.run();
            selected.set(Optional.of(calls.getLast()));
        }
    }

    /// Whether the call that is looked at becomes the next one that an application makes. Whoever looks at the latest call
    /// goes on to do so; whoever looks at an earlier one, or at why one missed, is left alone.
    private boolean isFollowing() {
        List<Call> calls = session.get().calls();
        return !pinned.get() && selected.get().map(call -> call.number() == calls.getLast().number()).orElse(true);
    }

    /// Whether the call that is looked at stays when an application makes others.
    public BooleanProperty pinnedProperty() {
        return pinned;
    }

    /// Calls go elsewhere from now on: each place has a cache of its own.
    void moveTo(String profile) {
        caches.put(place, cache.get());
        place = profile;
        cache.set(caches.getOrDefault(profile, CacheState.empty()));
    }

    public ReadOnlyObjectProperty<Session> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public Session getSession() {
        return session.get();
    }

    public ReadOnlyObjectProperty<CacheState> cacheProperty() {
        return cache.getReadOnlyProperty();
    }

    public CacheState getCache() {
        return cache.get();
    }

    /// Looks at the next call that read less than was forecast, after the last one at the first; nowhere else where there
    /// is none.
    ///
    /// @param step 1, or −1 for the one before
    public void selectMiss(int step) {
        List<Call> calls = session.get().calls();
        int start = selected.get().map(calls::indexOf).orElse(step > 0 ? -1 : calls.size());
        for (int i = 1; i <= calls.size(); i++) {
            Call call = calls.get(Math.floorMod(start + step * i, calls.size()));
            if (call.isUnexpectedMiss()) {
                selected.set(Optional.of(call));
                return;
            }
        }
    }

    /// The call that is looked at; the latest one after each call.
    public ObjectProperty<Optional<Call>> selectedProperty() {
        return selected;
    }
}
