package dev.cachewright.ui.workspace;

import dev.cachewright.recorder.WatchedSession;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunStart;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionKeeper;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.fx.Work;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The sessions on disk: the one that is shown, those of the open prompt, and all of them.
///
/// A session is of one prompt. Where another prompt is opened, its calls begin another session; those that it had are
/// offered. The calls of an application that is watched have a session of their own, which takes them in whichever
/// session is shown.
public final class SessionsModel {

    private final PromptModel prompt;
    private final SessionModel shown;
    private final ExchangeModel exchange;
    private final SessionStore store;
    private final SessionKeeper keeper;
    private final Background background;
    private final InstantSource clock;
    private final Latest offering;
    private final ReadOnlyObjectWrapper<Optional<SessionStore.Damage>> damage = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SessionSummary>> offer = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final Subscriptions subscriptions = new Subscriptions();
    /// The session of the watch that goes on, with its calls so far.
    private Optional<Session> watched = Optional.empty();

    SessionsModel(PromptModel prompt, SessionModel shown, SessionStore store, Background background,
            InstantSource clock) {
        this.prompt = prompt;
        this.shown = shown;
        this.store = store;
        this.background = background;
        this.clock = clock;
        this.keeper = new SessionKeeper(store);
        this.exchange = new ExchangeModel(shown, keeper, background);
        this.offering = new Latest(background);
        subscriptions.add(shown.selectedProperty().subscribe(exchange::look));
        prompt.onSaved(this::moved);
        background.run(store::last).onDone(last -> {
            last.ifPresent(this::restore);
            // The prompt may have been opened before its last session was read.
            subscriptions.add(prompt.openingsProperty().subscribe(count -> opened()));
        }).onFailure(IOException.class, failure -> {
            problem.set(Optional.of(failure.getMessage()));
            subscriptions.add(prompt.openingsProperty().subscribe(count -> opened()));
        });
    }

    private void restore(SessionStore.Restored last) {
        damage.set(last.damage());
        if (!last.session().calls().isEmpty()) {
            if (shown.getSession().calls().isEmpty() && watched.isEmpty()) {
                shown.resume(last.session());
            } else {
                store.release(last.session().id());
            }
        }
    }

    /// What the open prompt is, for its sessions; empty where none is open.
    private Optional<PromptSource> source() {
        return prompt.getDocument().map(SessionsModel::source);
    }

    private static PromptSource source(PromptDocument document) {
        return new PromptSource(document.name(),
                document.path().map(Path::toAbsolutePath).map(Path::normalize).map(Path::toString).orElse(""));
    }

    private void opened() {
        offer.set(Optional.empty());
        shown.want(false);
        Optional<PromptSource> source = source();
        boolean isOfAnother = source.filter(open -> !shown.getSession().prompt().isSame(open)).isPresent()
                && !shown.getSession().calls().isEmpty();
        if (isOfAnother) {
            startNew();
        }
        offer(source);
    }

    private void offer(Optional<PromptSource> source) {
        if (source.isPresent() && shown.getSession().calls().isEmpty()) {
            offering.submit(() -> lastOf(source.get()), offer::set, failure -> Unexpected.words(failure,
                    IOException.class));
        }
    }

    private Optional<SessionSummary> lastOf(PromptSource source) throws IOException {
        return store.list().stream().filter(each -> !each.isElsewhere() && each.prompt().isSame(source)).findFirst();
    }

    /// The session that calls made from now on belong to: of the prompt as it is called now, and of no application.
    Session begin() {
        offer.set(Optional.empty());
        if (shown.isOfApplication()) {
            String before = shown.getSession().id();
            shown.startNew(clock.instant());
            release(before);
        }
        source().filter(open -> !open.equals(shown.getSession().prompt()))
                .ifPresent(open -> shown.rename(shown.getSession().of(open)));
        return shown.getSession();
    }

    void finished(SessionModel.Origin begun, RunEvent.Finished finished) {
        if (shown.isShown(begun)) {
            exchange.ended(finished.call(), finished.exchange());
        }
        shown.finished(begun, finished.call(), finished.cache());
        if (shown.isShown(begun) && keeper.waiting(begun.session()) == 0) {
            shown.allKept();
        }
    }

    /// Begins a session of the open prompt beside the one that is shown, for calls that are no part of that.
    public Session beginBeside(String name) {
        Session begun = Session.started(shown.nextId(clock.instant())).named(name);
        return source().map(begun::of).orElse(begun);
    }

    /// Keeps calls in such a session.
    public RunStart.Keeping keepingIn(Session begun) {
        return (call, exchange) -> keeper.keep(begun, call, exchange);
    }

    /// Ends such a session: it is as any other from now on.
    public void end(Session begun) {
        if (!isShown(begun)) {
            release(begun.id()).onFailure(IOException.class, Unexpected::words);
        }
    }

    /// Begins the session of a watch, beside the one that is shown.
    Session beginWatch() {
        Session begun = WatchedSession.begin(shown.nextId(clock.instant()));
        watched = Optional.of(begun);
        return begun;
    }

    /// Takes in calls of the watch; they are on disk, or wait for it.
    ///
    /// @param latest what went out and came back in the last of them
    void joined(List<Call> calls, Exchange latest) {
        Session now = watched.orElseThrow().with(calls);
        watched = Optional.of(now);
        if (isShown(now)) {
            // Once the session has them: a call is explained by one before it, which may have come with it.
            shown.joined(calls, () -> exchange.ended(calls.getLast(), latest));
        }
    }

    /// Ends what [#beginWatch] began: its session is as any other from now on.
    void endWatch() {
        Optional<Session> ended = watched;
        watched = Optional.empty();
        ended.filter(session -> !isShown(session)).ifPresent(session -> release(session.id()));
    }

    /// How many calls the watch that goes on has made.
    int watchedCalls() {
        return watched.map(session -> session.calls().size()).orElse(0);
    }

    /// How many of its calls are in memory alone.
    int watchedWaiting() {
        return watched.map(session -> keeper.waiting(session.id())).orElse(0);
    }

    /// Whether a watch goes on whose session is not the one that is shown.
    boolean isWatchedElsewhere() {
        return watched.filter(session -> !isShown(session)).isPresent();
    }

    private boolean isShown(Session session) {
        return session.id().equals(shown.getSession().id());
    }

    private Optional<Session> watched(String id) {
        return watched.filter(session -> session.id().equals(id));
    }

    /// Shows the session of the watch that goes on.
    public void showWatched() {
        watched.filter(session -> !isShown(session)).ifPresent(session -> {
            String before = shown.getSession().id();
            offer.set(Optional.empty());
            shown.restore(session);
            release(before);
        });
        shown.want(watched.isPresent());
    }

    /// Lets other windows have a session, unless calls are added to it here.
    private Work<String> release(String id) {
        boolean isWatched = watched(id).isPresent();
        return background.run(() -> {
            if (!isWatched) {
                store.release(id);
            }
            return id;
        });
    }

    SessionKeeper keeper() {
        return keeper;
    }

    /// What went out and came back in the call that is looked at.
    public ExchangeModel exchange() {
        return exchange;
    }

    /// Begins another session, also within the same millisecond; the one that ends stays on disk.
    public void startNew() {
        String before = shown.getSession().id();
        shown.startNew(clock.instant());
        release(before).onDone(released -> offer(source()));
    }

    /// Shows a session of the disk instead of the one that is shown.
    public Work<SessionStore.Restored> open(String id) {
        Optional<Session> own = watched(id);
        if (own.isPresent()) {
            showWatched();
            return background.run(() -> new SessionStore.Restored(own.get(), Optional.empty()));
        }
        String before = shown.getSession().id();
        return background.run(() -> store.open(id)).onDone(opened -> {
            if (!before.equals(id)) {
                release(before);
            }
            offer.set(Optional.empty());
            damage.set(opened.damage());
            shown.resume(opened.session());
            shown.want(true);
        });
    }

    /// All sessions on disk, the one that was called last first.
    public Work<List<SessionSummary>> list() {
        return background.run(store::list);
    }

    /// A session of the disk, to be compared with another.
    public Work<Session> read(String id) {
        Optional<Session> here = Optional.of(shown.getSession()).filter(session -> session.id().equals(id))
                .or(() -> watched(id));
        return background.run(() -> here.isPresent() ? here.get() : store.read(id));
    }

    /// Gives a session a name; an empty one takes it away.
    public Work<Boolean> rename(SessionSummary session, String name) {
        return relabel(session.id(), name, session.prompt()).onDone(done -> {
            watched = watched.map(own -> own.id().equals(session.id()) ? own.named(name) : own);
            if (shown.getSession().id().equals(session.id())) {
                shown.rename(shown.getSession().named(name));
            }
        });
    }

    private Work<Boolean> relabel(String id, String name, PromptSource source) {
        return background.run(() -> {
            store.relabel(id, name, source);
            return true;
        });
    }

    /// A prompt that was saved under another name takes its session along.
    private void moved(PromptDocument before, PromptDocument written) {
        Session session = shown.getSession();
        PromptSource source = source(written);
        boolean isOfThis = session.prompt().isSame(source(before)) && !session.calls().isEmpty();
        if (isOfThis && !source.equals(session.prompt())) {
            shown.rename(session.of(source));
            // Where it cannot be written, the next call writes it.
            relabel(session.id(), session.name(), source).onFailure(IOException.class, Unexpected::words);
        }
    }

    /// Removes a session from the disk, with all it has sent and received; where it is shown, a new one begins.
    public Work<Boolean> delete(String id) {
        boolean isWatched = watched(id).isPresent();
        return background.run(() -> {
            if (isWatched) {
                throw new IOException(Texts.get("watch.not-deleted"));
            }
            store.delete(id);
            return true;
        }).onDone(done -> {
            if (shown.getSession().id().equals(id)) {
                shown.startNew(clock.instant());
            }
            offer.set(offer.get().filter(each -> !each.id().equals(id)));
        });
    }

    /// What went out and came back in the calls of the session that is shown; not on the UI thread.
    public Exchanges exchanges() {
        return exchanges(shown.getSession().id());
    }

    /// The same of any session.
    public Exchanges exchanges(String id) {
        return call -> keeper.exchange(id, call.number());
    }

    /// The last session of the open prompt, where it is not shown and calls could go on there.
    public ReadOnlyObjectProperty<Optional<SessionSummary>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /// What could not be read of the session that was opened last.
    public ReadOnlyObjectProperty<Optional<SessionStore.Damage>> damageProperty() {
        return damage.getReadOnlyProperty();
    }

    /// Why sessions can neither be read nor kept; empty where they can.
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
