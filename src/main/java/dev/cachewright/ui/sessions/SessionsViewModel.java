package dev.cachewright.ui.sessions;

import dev.cachewright.session.SessionSummary;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.fx.Work;
import dev.cachewright.ui.workspace.SessionsModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The list of sessions, the one that is chosen in it, and what can be done with it.
public final class SessionsViewModel {

    private final SessionsModel sessions;
    private final Workspace workspace;
    private final ZoneId zone;
    private final ObservableList<SessionRow> all = FXCollections.observableArrayList();
    private final FilteredList<SessionRow> rows = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<Optional<SessionRow>> chosen = new SimpleObjectProperty<>(this, "chosen",
            Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    public SessionsViewModel(Workspace workspace) {
        this(workspace, ZoneId.systemDefault());
    }

    /// @param zone of the times in the list
    SessionsViewModel(Workspace workspace, ZoneId zone) {
        this.workspace = workspace;
        this.sessions = workspace.sessions();
        this.zone = zone;
        search.subscribe(words -> rows.setPredicate(row -> row.has(words)));
        chosen.subscribe(row -> {
            name.set(row.map(each -> each.session().name()).orElse(""));
            // Why most of the buttons are off.
            said.set(row.filter(each -> each.session().isElsewhere())
                    .map(each -> Texts.get("sessions.is-elsewhere")).orElse(""));
        });
        load();
    }

    private void load() {
        String kept = chosen.get().map(row -> row.session().id()).orElse("");
        String shown = workspace.session().getSession().id();
        said.set(Texts.get("sessions.reading"));
        report(sessions.list().onDone(found -> {
            all.setAll(found.stream().map(each -> SessionRow.of(each, zone, shown)).toList());
            chosen.set(all.stream().filter(row -> row.session().id().equals(kept)).findFirst());
            said.set(found.isEmpty() ? Texts.get("sessions.none") : "");
        }));
    }

    /// Shows the chosen session in the window.
    Work<?> open() {
        return report(sessions.open(id()));
    }

    /// Gives the chosen session the name that stands in the field.
    void rename() {
        chosen.get().ifPresent(row -> report(sessions.rename(row.session(), name.get().strip())
                .onDone(done -> load())));
    }

    /// Removes the chosen session for good.
    void delete() {
        report(sessions.delete(id()).onDone(done -> {
            chosen.set(Optional.empty());
            load();
        }));
    }

    /// Says what became of something that was done with a session.
    void say(String words) {
        said.set(words);
    }

    private String id() {
        return chosen.get().map(row -> row.session().id()).orElse("");
    }

    private <T> Work<T> report(Work<T> work) {
        return work.onFailure(Throwable.class,
                failure -> said.set(Sentence.of(Unexpected.words(failure, IOException.class))));
    }

    /// The sessions that have the words of the search, the one that was called last first.
    ObservableList<SessionRow> rows() {
        return rows;
    }

    ObjectProperty<Optional<SessionRow>> chosenProperty() {
        return chosen;
    }

    /// Whether the chosen session can be changed: no other window has it open.
    BooleanBinding free() {
        return Bindings.createBooleanBinding(
                () -> chosen.get().map(SessionRow::session).filter(each -> !each.isElsewhere()).isPresent(), chosen);
    }

    /// Whether the chosen session can be opened here: it is not already.
    BooleanBinding openable() {
        return Bindings.createBooleanBinding(() -> chosen.get().map(SessionRow::session)
                .filter(each -> !each.isElsewhere()).map(SessionSummary::id)
                .filter(id -> !id.equals(workspace.session().getSession().id())).isPresent(), chosen);
    }

    List<SessionSummary> all() {
        return all.stream().map(SessionRow::session).toList();
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// The name of the chosen session, to be changed.
    public StringProperty nameProperty() {
        return name;
    }

    /// What went wrong, or that there is nothing; empty where all is well.
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    public String getSaid() {
        return said.get();
    }
}
