package dev.cachewright.ui.traffic;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileProblem;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One reading of logs at a time, with its progress. What was read for one that another has taken the place of is
/// dropped.
final class Readings {

    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<ReadingProgress.Seen>> progress = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private Optional<ReadingProgress> running = Optional.empty();

    Readings(Background background, InstantSource clock) {
        this.background = background;
        this.clock = clock;
    }

    /// How a reading ends: with what was read, by then or in whole, or with a sentence that says why there is nothing.
    record Ends<T>(Consumer<T> done, Consumer<String> failed) {
    }

    /// @param words what is read: `reading`, or `opening`
    /// @param work is given what it reports to and is cancelled by
    <T> void start(String words, Function<ReadingProgress, T> work, Ends<T> ends) {
        cancel();
        var mine = new ReadingProgress[1];
        var now = new ReadingProgress(words, clock, seen -> background.deliver(() -> {
            if (running.filter(each -> each == mine[0]).isPresent()) {
                progress.set(Optional.of(seen));
            }
        }));
        mine[0] = now;
        running = Optional.of(now);
        progress.set(Optional.of(new ReadingProgress.Seen(Texts.get("traffic.starting"), -1)));
        background.run(() -> work.apply(now)).onDone(done -> end(now, () -> ends.done().accept(done)))
                .onFailure(FileProblem.class, failure -> end(now, () -> ends.failed().accept(failure.oneLine())))
                .onFailure(Throwable.class, failure -> end(now, () -> ends.failed().accept(
                        Unexpected.words(failure, IOException.class, InputException.class))));
    }

    private void end(ReadingProgress ended, Runnable then) {
        if (running.filter(each -> each == ended).isPresent()) {
            running = Optional.empty();
            progress.set(Optional.empty());
            then.run();
        }
    }

    /// Ends what is read; what was read by then is handed on.
    void cancel() {
        running.ifPresent(ReadingProgress::cancel);
    }

    /// Ends what is read, and hands on nothing.
    void drop() {
        cancel();
        running = Optional.empty();
        progress.set(Optional.empty());
    }

    /// How far the reading has come; empty while nothing is read.
    ReadOnlyObjectProperty<Optional<ReadingProgress.Seen>> progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
