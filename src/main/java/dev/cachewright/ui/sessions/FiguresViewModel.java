package dev.cachewright.ui.sessions;

import dev.cachewright.session.SessionSummary;
import dev.cachewright.session.Statistics;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.SessionsModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.StatisticsWords;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The figures of two sides, each a session or a half of one.
public final class FiguresViewModel {

    private final SessionsModel sessions;
    private final Workspace workspace;
    private final ZoneId zone;
    private final ObservableList<SideChoice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<SideChoice> first = new SimpleObjectProperty<>(this, "first");
    private final ObjectProperty<SideChoice> second = new SimpleObjectProperty<>(this, "second");
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private Optional<Statistics> left = Optional.empty();
    private Optional<Statistics> right = Optional.empty();

    /// @param other the id of the session that is compared with; empty for the halves of the one that is shown
    public FiguresViewModel(Workspace workspace, String other) {
        this(workspace, other, ZoneId.systemDefault());
    }

    FiguresViewModel(Workspace workspace, String other, ZoneId zone) {
        this.workspace = workspace;
        this.sessions = workspace.sessions();
        this.zone = zone;
        choices.setAll(own());
        first.set(choices.get(other.isEmpty() ? 1 : 0));
        second.set(choices.get(other.isEmpty() ? 2 : 0));
        first.subscribe(side -> read(side, statistics -> left = statistics));
        second.subscribe(side -> read(side, statistics -> right = statistics));
        sessions.list().onDone(found -> {
            choices.addAll(others(found));
            choices.stream().filter(side -> !other.isEmpty() && side.session().equals(other)).findFirst()
                    .ifPresent(second::set);
        }).onFailure(Throwable.class, this::fail);
    }

    /// A figure of both sides.
    record Line(String label, String first, String second) {
    }

    private static List<SideChoice> own() {
        return List.of(new SideChoice(Texts.get("figures.shown"), "", SideChoice.WHOLE),
                new SideChoice(Texts.get("figures.first-half"), "", SideChoice.FIRST_HALF),
                new SideChoice(Texts.get("figures.second-half"), "", SideChoice.SECOND_HALF));
    }

    private List<SideChoice> others(List<SessionSummary> found) {
        String shown = workspace.session().getSession().id();
        var others = new ArrayList<SideChoice>();
        for (SessionSummary each : found) {
            if (!each.id().equals(shown)) {
                SessionRow row = SessionRow.of(each, zone, shown);
                others.add(new SideChoice(Texts.format("figures.other", row.name(), row.last(), row.calls()),
                        each.id(), SideChoice.WHOLE));
            }
        }
        return others;
    }

    /// Takes the figures of one side.
    private interface Taker {

        void take(Optional<Statistics> statistics);
    }

    private void read(SideChoice side, Taker taker) {
        String id = side.session().isEmpty() ? workspace.session().getSession().id() : side.session();
        sessions.read(id).onDone(session -> {
            taker.take(Optional.of(Statistics.of(side.of(session))));
            show();
        }).onFailure(Throwable.class, this::fail);
    }

    private void fail(Throwable failure) {
        said.set(Sentence.of(Unexpected.words(failure, IOException.class)));
    }

    private void show() {
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        List<StatisticsWords.Line> one = StatisticsWords.lines(left.get());
        List<StatisticsWords.Line> other = StatisticsWords.lines(right.get());
        var both = new ArrayList<Line>();
        for (int i = 0; i < one.size(); i++) {
            both.add(new Line(one.get(i).label(), one.get(i).value(), other.get(i).value()));
        }
        lines.set(List.copyOf(both));
        said.set(StatisticsWords.compared(left.get(), right.get()).orElse(Texts.get("figures.too-few")));
    }

    ObservableList<SideChoice> choices() {
        return choices;
    }

    ObjectProperty<SideChoice> firstProperty() {
        return first;
    }

    ObjectProperty<SideChoice> secondProperty() {
        return second;
    }

    ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// How the two differ in the time to the first token, or what went wrong.
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    public String getSaid() {
        return said.get();
    }
}
