package dev.cachewright.ui.notices;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import dev.cachewright.words.UndefinedWords;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What has to be seen whichever tab is in front: what is not on disk, and calls that are shown in no tab. Each text is
/// empty where there is nothing to say.
public final class NoticesViewModel implements AutoCloseable {

    private final ReadOnlyStringWrapper unsaved = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper taken = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper telemetry = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper undefined = new ReadOnlyStringWrapper("");
    private final RunNotices runs;
    private final SessionNotices sessions;
    private final Subscriptions subscriptions = new Subscriptions();

    public NoticesViewModel(Workspace workspace, Doors doors) {
        this(workspace, doors, ZoneId.systemDefault());
    }

    /// What the window does for a notice.
    ///
    /// @param saveCopy writes the session to a file of the user's choice
    /// @param commands runs a command by its id
    public record Doors(Runnable saveCopy, Consumer<String> commands) {
    }

    /// @param zone of the times that are told
    NoticesViewModel(Workspace workspace, Doors doors, ZoneId zone) {
        this.runs = new RunNotices(workspace, doors);
        this.sessions = new SessionNotices(workspace, doors, zone);
        subscriptions.add(workspace.prompt().documentProperty().subscribe(
                open -> undefined
                        .set(open.map(document -> UndefinedWords.of(document.source().undefined())).orElse(""))));
        subscriptions.add(workspace.prompt().documentProperty().subscribe(
                open -> taken.set(open.map(document -> String.join(" ", document.notes())).orElse(""))));
        subscriptions.add(workspace.telemetry().problemProperty().subscribe(reason -> telemetry.set(
                reason.map(words -> Texts.format("notices.telemetry", Sentence.of(words))).orElse(""))));
        subscriptions.add(workspace.preferences().unsavedProperty()
                .subscribe(
                        reason -> unsaved.set(
                                reason.map(words -> Texts.format("notices.unsaved", Sentence.of(words))).orElse(""))));
    }

    /// What is to be said of the sessions on disk.
    public SessionNotices getSessions() {
        return sessions;
    }

    /// What is to be said of the run that goes on, or did not.
    public RunNotices getRuns() {
        return runs;
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

    /// Figures that a collector does not take.
    public ReadOnlyStringProperty telemetryProperty() {
        return telemetry.getReadOnlyProperty();
    }

    public String getTelemetry() {
        return telemetry.get();
    }

    @Override
    public void close() {
        subscriptions.close();
        runs.close();
        sessions.close();
    }
}
