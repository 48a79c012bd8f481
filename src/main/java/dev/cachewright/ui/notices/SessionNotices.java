package dev.cachewright.ui.notices;

import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.SessionModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What is to be said of the sessions on disk: what is not there, what goes on, and what could. Each text is empty where
/// there is nothing to say.
public final class SessionNotices implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final Workspace workspace;
    private final NoticesViewModel.Doors doors;
    private final ZoneId zone;
    private final ReadOnlyStringWrapper unkept = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper resumed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elsewhere = new ReadOnlyStringWrapper("");
    private final Subscriptions subscriptions = new Subscriptions();

    SessionNotices(Workspace workspace, NoticesViewModel.Doors doors, ZoneId zone) {
        this.workspace = workspace;
        this.doors = doors;
        this.zone = zone;
        subscriptions.add(workspace.session().resumedProperty().subscribe(now -> showResumed()));
        subscriptions.add(workspace.session().sessionProperty().subscribe(now -> showResumed()));
        subscriptions.add(workspace.session().unkeptProperty().subscribe(lost -> showUnkept()));
        subscriptions.add(workspace.sessions().problemProperty().subscribe(reason -> showUnkept()));
        subscriptions.add(workspace.sessions().offerProperty()
                .subscribe(last -> offer.set(last.map(this::words).orElse(""))));
        subscriptions.add(workspace.runs().elsewhereProperty()
                .subscribe(isElsewhere -> elsewhere.set(isElsewhere ? Texts.get("notices.elsewhere") : "")));
    }

    /// That sessions cannot be kept is said once, of the calls where there are some.
    private void showUnkept() {
        Optional<SessionModel.Unkept> lost = workspace.session().unkeptProperty().get();
        unkept.set(lost.map(SessionNotices::words).orElse(""));
        problem.set(workspace.sessions().problemProperty().get().filter(_ -> lost.isEmpty())
                .map(words -> Texts.format("notices.no-sessions", Sentence.of(words))).orElse(""));
    }

    private static String words(SessionModel.Unkept lost) {
        return Texts.format("notices.unkept", lost.calls(), lost.number(), Sentence.of(lost.reason()));
    }

    private String words(SessionSummary last) {
        return Texts.format("notices.offer", last.prompt().name(), last.totals().calls(),
                DAY.withZone(zone).format(last.last()), last.name());
    }

    private void showResumed() {
        Session session = workspace.session().getSession();
        resumed.set(workspace.session().resumedProperty().get() && !session.calls().isEmpty() ? words(session) : "");
    }

    /// Of which prompt the calls are, where they know it.
    private String words(Session session) {
        Call last = session.calls().getLast();
        String of = last.target().prompt().name();
        boolean isWatched = workspace.session().isOfApplication();
        return Texts.format(isWatched ? "notices.resumed-watched"
                : of.isEmpty() ? "notices.resumed" : "notices.resumed-of", session.calls().size(),
                DAY.withZone(zone).format(last.measurement().timing().at()), of);
    }

    void startNew() {
        workspace.startSession();
    }

    void saveCopy() {
        doors.saveCopy().run();
    }

    /// Opens the session that is offered.
    void openOffer() {
        workspace.sessions().offerProperty().get().ifPresent(last -> workspace.sessions().open(last.id()));
    }

    /// Calls that are shown and not on disk.
    public ReadOnlyStringProperty unkeptProperty() {
        return unkept.getReadOnlyProperty();
    }

    public String getUnkept() {
        return unkept.get();
    }

    /// Why sessions can neither be read nor kept.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// Calls that were all made before this start.
    public ReadOnlyStringProperty resumedProperty() {
        return resumed.getReadOnlyProperty();
    }

    public String getResumed() {
        return resumed.get();
    }

    /// A session that the open prompt had before.
    public ReadOnlyStringProperty offerProperty() {
        return offer.getReadOnlyProperty();
    }

    public String getOffer() {
        return offer.get();
    }

    /// A run whose calls belong to another session than the one that is shown.
    public ReadOnlyStringProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    public String getElsewhere() {
        return elsewhere.get();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
