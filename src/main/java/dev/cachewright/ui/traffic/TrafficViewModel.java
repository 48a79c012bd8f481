package dev.cachewright.ui.traffic;

import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.report.TrafficCopy;
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
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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
    private final Readings readings;
    private final FamilyOpening opening;
    private final FamilyViewModel family;
    private final ReadOnlyObjectWrapper<Optional<TrafficReading>> reading = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ObservableList<FamilyRow> families = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FamilyRow>> chosen = new SimpleObjectProperty<>(this, "chosen",
            Optional.empty());
    private final BooleanBinding opens;
    private List<Path> logs = List.of();

    /// @param door where a family goes that is opened as a prompt
    public TrafficViewModel(TrafficParts parts, PromptDoor door) {
        this.parts = parts;
        this.readings = new Readings(parts.background(), parts.clock());
        this.opening = new FamilyOpening(parts.families(), readings, door, said::set);
        this.family = new FamilyViewModel(parts);
        problem.set(Texts.get("traffic.empty"));
        opens = Bindings.createBooleanBinding(() -> reading.get().isPresent() && chosen.get().isPresent()
                && readings.progressProperty().get().isEmpty(), reading, chosen, readings.progressProperty());
        chosen.subscribe(now -> family.show(now.map(FamilyRow::family)));
    }

    /// Reads logs in the place of what is shown.
    public void read(List<Path> places) {
        logs = List.copyOf(places);
        reading.set(Optional.empty());
        said.set("");
        problem.set("");
        readings.start("reading", progress -> parts.reader().read(places, progress),
                new Readings.Ends<>(this::show, this::fail));
    }

    /// Opens the chosen family as a prompt; nothing while logs are read.
    public void openFamily() {
        chosen.get().filter(row -> opens.get()).ifPresent(row -> opening.open(row.family(), logs));
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

    /// Ends a reading; what was read by then is shown, and no prompt opened.
    public void cancel() {
        readings.cancel();
    }

    /// Writes the page of what is shown.
    void save(Path file) {
        reading.get().ifPresent(shown -> parts.background().run(() -> {
            TrafficCopy.write(shown, parts.analyst(), Optional.empty(), parts.clock().instant(), file);
            return file;
        }).onDone(written -> said.set(Texts.format("session-export.written", written)))
                .onFailure(Throwable.class, failure -> said.set(Texts.format("session-export.not-written",
                        file.getFileName(), Sentence.of(Unexpected.words(failure, IOException.class))))));
    }

    /// What is to be known before the figures are believed; empty where all was read.
    static String notes(TrafficReading shown) {
        LogReport log = shown.log();
        var notes = new ArrayList<String>();
        if (log.isCancelled()) {
            notes.add(Texts.get("traffic.cancelled-note"));
        }
        if (log.unreadCount() > 0) {
            var first = log.unread().getFirst();
            notes.add(Texts.format("traffic.unread", log.unreadCount(), first.reason(), first.first()));
        }
        log.again().ifPresent(twice -> notes.add(Texts.format("traffic.again", twice.count(), twice.first())));
        log.sameAnswers().ifPresent(same -> notes.add(Texts.format("traffic.same-answers", same.count(),
                same.first())));
        notes.addAll(TrafficWords.remarks(shown.profile()));
        return String.join(" ", notes);
    }

    static String summary(TrafficReading shown) {
        return TrafficWords.summary(shown.profile());
    }

    /// How far the reading has come; empty while nothing is read.
    ReadOnlyObjectProperty<Optional<ReadingProgress.Seen>> progressProperty() {
        return readings.progressProperty();
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

    /// Whether there is a family that can be opened now.
    BooleanBinding opensProperty() {
        return opens;
    }

    /// What is said of the chosen family.
    FamilyViewModel family() {
        return family;
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
        readings.drop();
    }
}
