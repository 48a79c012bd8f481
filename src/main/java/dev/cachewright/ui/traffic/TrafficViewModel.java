package dev.cachewright.ui.traffic;

import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.traffic.ExamplePlace;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.report.TrafficCopy;
import dev.cachewright.store.FileProblem;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TrafficWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Logs that are read, and what their calls read and missed.
public final class TrafficViewModel implements AutoCloseable {

    private final TrafficParts parts;
    private final Latest examples;
    private final ReadOnlyObjectWrapper<Optional<ReadingProgress.Seen>> progress = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TrafficReading>> reading = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ObservableList<FamilyRow> families = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FamilyRow>> chosen = new SimpleObjectProperty<>(this, "chosen",
            Optional.empty());
    private final ObservableList<CauseLine> causes = FXCollections.observableArrayList();
    private Optional<ReadingProgress> running = Optional.empty();

    public TrafficViewModel(TrafficParts parts) {
        this.parts = parts;
        this.examples = new Latest(parts.background());
        problem.set(Texts.get("traffic.empty"));
        chosen.subscribe((before, now) -> explain());
    }

    /// Reads logs in the place of what is shown.
    public void read(List<Path> places) {
        cancel();
        var mine = new ReadingProgress[1];
        var now = new ReadingProgress(parts.clock(), seen -> parts.background().deliver(() -> {
            if (running.filter(each -> each == mine[0]).isPresent()) {
                progress.set(Optional.of(seen));
            }
        }));
        mine[0] = now;
        running = Optional.of(now);
        reading.set(Optional.empty());
        said.set("");
        problem.set("");
        progress.set(Optional.of(new ReadingProgress.Seen(Texts.get("traffic.starting"), -1)));
        parts.background().run(() -> parts.reader().read(places, now)).onDone(done -> end(now, () -> show(done)))
                .onFailure(FileProblem.class, failure -> end(now, () -> fail(failure.oneLine())))
                .onFailure(Throwable.class,
                        failure -> end(now, () -> fail(Unexpected.words(failure, IOException.class))));
    }

    /// What was read for a reading that another has taken the place of is dropped.
    private void end(ReadingProgress ended, Runnable then) {
        if (running.filter(each -> each == ended).isPresent()) {
            running = Optional.empty();
            progress.set(Optional.empty());
            then.run();
        }
    }

    private void fail(String words) {
        problem.set(Texts.format("traffic.failed", Sentence.of(words)));
    }

    private void show(TrafficReading done) {
        LogReport log = done.log();
        if (log.calls() == 0) {
            String unread = log.unread().stream().map(LogReport.LeftOut::reason).distinct()
                    .collect(Collectors.joining(", "));
            problem.set(log.isCancelled() ? Texts.get("traffic.cancelled")
                    : unread.isEmpty() ? Texts.get("traffic.no-calls")
                            : Texts.format("traffic.no-calls-because", unread));
            return;
        }
        families.setAll(done.profile().families().stream().map(FamilyRow::of).toList());
        reading.set(Optional.of(done));
        chosen.set(families.stream().findFirst());
    }

    private void explain() {
        examples.cancel();
        causes.clear();
        chosen.get().ifPresent(row -> examples.submit(
                () -> CauseLine.of(row.family(), new ExamplePlace(parts.analyst(), parts.clock().instant())),
                causes::setAll));
    }

    /// Ends a reading; what was read by then is shown.
    public void cancel() {
        running.ifPresent(ReadingProgress::cancel);
    }

    /// Writes the page of what is shown.
    void save(Path file) {
        reading.get().ifPresent(shown -> parts.background().run(() -> {
            TrafficCopy.write(shown, parts.analyst(), parts.clock().instant(), file);
            return file;
        }).onDone(written -> said.set(Texts.format("session-export.written", written)))
                .onFailure(Throwable.class, failure -> said.set(Texts.format("session-export.not-written",
                        file.getFileName(), Sentence.of(Unexpected.words(failure, IOException.class))))));
    }

    /// What is to be known before the figures are believed; empty where all was read.
    static String notes(TrafficReading shown) {
        TrafficProfile profile = shown.profile();
        LogReport log = shown.log();
        var notes = new ArrayList<String>();
        if (log.isCancelled()) {
            notes.add(Texts.get("traffic.cancelled-note"));
        }
        if (log.unreadCount() > 0) {
            var first = log.unread().getFirst();
            notes.add(Texts.format("traffic.unread", log.unreadCount(), first.reason(), first.first().file(),
                    String.valueOf(first.first().line())));
        }
        if (profile.withoutRequest() > 0) {
            notes.add(Texts.format("traffic.without-request", profile.withoutRequest()));
        }
        if (profile.late() > 0) {
            notes.add(Texts.format("traffic.late", profile.late()));
        }
        return String.join(" ", notes);
    }

    static String summary(TrafficReading shown) {
        return TrafficWords.summary(shown.profile());
    }

    /// How far the reading has come; empty while nothing is read.
    ReadOnlyObjectProperty<Optional<ReadingProgress.Seen>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is shown; empty while there is nothing.
    ReadOnlyObjectProperty<Optional<TrafficReading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Families, the one that wasted most first.
    ObservableList<FamilyRow> families() {
        return families;
    }

    ObjectProperty<Optional<FamilyRow>> chosenProperty() {
        return chosen;
    }

    /// What the chosen family lost.
    ObservableList<CauseLine> causes() {
        return causes;
    }

    /// Why nothing is shown, and what to do.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// What became of a page.
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    public String getSaid() {
        return said.get();
    }

    @Override
    public void close() {
        cancel();
    }
}
