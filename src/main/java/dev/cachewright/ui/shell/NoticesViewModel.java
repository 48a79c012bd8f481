package dev.cachewright.ui.shell;

import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.SessionModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import dev.cachewright.words.UndefinedWords;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What has to be seen whichever tab is in front: what is not on disk, and calls that are shown in no tab. Each text is
/// empty where there is nothing to say.
public final class NoticesViewModel implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final Workspace workspace;
    private final Doors doors;
    private final ReadOnlyStringWrapper unkept = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unsaved = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elsewhere = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper taken = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper undefined = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper resumed = new ReadOnlyStringWrapper("");
    private final RunNotices runs;
    private final Subscriptions subscriptions = new Subscriptions();

    public NoticesViewModel(Workspace workspace, Doors doors) {
        this(workspace, doors, ZoneId.systemDefault());
    }

    /// What the window does for a notice.
    ///
    /// @param saveCopy writes the session to a file of the user's choice
    /// @param commands runs a command by its id
    record Doors(Runnable saveCopy, Consumer<String> commands) {
    }

    /// @param zone of the times that are told
    NoticesViewModel(Workspace workspace, Doors doors, ZoneId zone) {
        this.workspace = workspace;
        this.doors = doors;
        this.runs = new RunNotices(workspace, doors);
        subscriptions.add(workspace.session().resumedProperty().subscribe(now -> showResumed(zone)));
        subscriptions.add(workspace.prompt().documentProperty().subscribe(now -> showResumed(zone)));
        subscriptions.add(workspace.prompt().documentProperty().subscribe(
                open -> undefined
                        .set(open.map(document -> UndefinedWords.of(document.source().undefined())).orElse(""))));
        subscriptions.add(workspace.prompt().documentProperty().subscribe(
                open -> taken.set(open.map(document -> String.join(" ", document.notes())).orElse(""))));
        subscriptions.add(workspace.session().unkeptProperty()
                .subscribe(lost -> unkept.set(lost.map(NoticesViewModel::words).orElse(""))));
        subscriptions.add(workspace.preferences().unsavedProperty()
                .subscribe(
                        reason -> unsaved.set(
                                reason.map(words -> Texts.format("notices.unsaved", Sentence.of(words))).orElse(""))));
        subscriptions.add(workspace.runs().elsewhereProperty()
                .subscribe(isElsewhere -> elsewhere.set(isElsewhere ? Texts.get("notices.elsewhere") : "")));
    }

    private static String words(SessionModel.Unkept lost) {
        return Texts.format("notices.unkept", lost.calls(), lost.number(), Sentence.of(lost.reason()));
    }

    private void showResumed(ZoneId zone) {
        resumed.set(workspace.session().resumedProperty().get()
                ? words(workspace.session().getSession(), workspace.prompt().getDocument(), zone)
                : "");
    }

    /// Of which prompt the calls are, where they know it: another one may be open.
    private static String words(Session resumed, Optional<PromptDocument> open, ZoneId zone) {
        Call last = resumed.calls().getLast();
        String of = last.target().prompt().name();
        String name = open.map(PromptDocument::name).orElse(of);
        String key = of.isEmpty() ? "notices.resumed"
                : name.equals(of) ? "notices.resumed-of" : "notices.resumed-other";
        return Texts.format(key, resumed.calls().size(), DAY.withZone(zone).format(last.measurement().timing().at()),
                of, name);
    }

    void startSession() {
        workspace.startSession();
    }

    void saveCopy() {
        doors.saveCopy().run();
    }

    /// What is to be said of the run that goes on, or did not.
    public RunNotices getRuns() {
        return runs;
    }

    /// Calls that are shown and not on disk.
    public ReadOnlyStringProperty unkeptProperty() {
        return unkept.getReadOnlyProperty();
    }

    public String getUnkept() {
        return unkept.get();
    }

    /// Calls that were all made before this start.
    public ReadOnlyStringProperty resumedProperty() {
        return resumed.getReadOnlyProperty();
    }

    public String getResumed() {
        return resumed.get();
    }

    /// What the opened file was taken for, and what of it was left out.
    public ReadOnlyStringProperty takenProperty() {
        return taken.getReadOnlyProperty();
    }

    public String getTaken() {
        return taken.get();
    }

    /// Tools and schemas that the prompt names and does not hold.
    public ReadOnlyStringProperty undefinedProperty() {
        return undefined.getReadOnlyProperty();
    }

    public String getUndefined() {
        return undefined.get();
    }

    /// Preferences that are in force and not on disk.
    public ReadOnlyStringProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    public String getUnsaved() {
        return unsaved.get();
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
        runs.close();
    }
}
