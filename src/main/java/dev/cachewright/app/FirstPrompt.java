package dev.cachewright.app;

import dev.cachewright.store.LastSample;
import dev.cachewright.store.OpeningMarks;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.fx.LayoutGuard;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opens the first prompt of a window, and marks on disk each that is opened until it has been seen: one that the last
/// start did not get past is offered, not opened.
final class FirstPrompt implements AutoCloseable {

    /// Frames in a row without a failed layout, after which a prompt is taken for shown: a third of a second.
    private static final int FRAMES = 20;

    private final Workbench workbench;
    private final OpeningMarks marks;
    private final LastSample sample;
    private final LayoutGuard guard;
    private final Subscriptions subscriptions = new Subscriptions();
    /// The sample that is opened where there is no file.
    private String first = Samples.names().getFirst();
    private long failures;
    private int clean;
    private boolean isWatching;
    private boolean isClosed;
    private boolean isFilled;
    private boolean isAsked;

    FirstPrompt(Workbench workbench, OpeningMarks marks, LastSample sample, LayoutGuard guard) {
        this.workbench = workbench;
        this.marks = marks;
        this.sample = sample;
        this.guard = guard;
    }

    /// Opens the file that was asked for, else offers what the last start did not get past, else opens what a crash has
    /// left, else the sample or file that was open last, else the first sample. What a crash has left is offered beside a file
    /// that was asked for.
    void open(Optional<Path> asked) {
        Optional<String> left = marks.left();
        Optional<String> lastSample = sample.name();
        Optional<Path> last = lastSample.isPresent()
                ? Optional.empty()
                : workbench.workspace().preferences().get().recentFiles().stream().filter(Files::exists).findFirst();
        first = lastSample.orElse(Samples.names().getFirst());
        subscriptions.add(workbench.workspace().prompt().documentProperty().subscribe(this::opened));
        isAsked = asked.isPresent();
        if (isAsked) {
            workbench.recovery().watch();
            open(asked.get());
        } else if (left.isPresent() && !isGone(left.get())) {
            offer(left.get(), last);
        } else {
            workbench.recovery().restoreOr(() -> openOrSample(last));
        }
    }

    private boolean isGone(String left) {
        return marks.leftFile().isEmpty() && (left.contains("/") || left.contains("\\"));
    }

    /// What was never saved can only be among what a crash has left.
    private void offer(String left, Optional<Path> last) {
        workbench.recovery().watch();
        Optional<Path> file = marks.leftFile();
        Optional<String> sample = Samples.names().stream().filter(name -> left.startsWith(name)).findFirst();
        String name = file.map(path -> path.getFileName().toString()).orElse(left);
        Runnable open = file.isEmpty() && sample.isPresent()
                ? () -> workbench.openSample(sample.get())
                : () -> openOrSample(file.or(() -> last));
        workbench.documents().offer().make(name, () -> workbench.recovery().restoreOr(open));
    }

    private void openOrSample(Optional<Path> file) {
        file.ifPresentOrElse(this::open, () -> workbench.openSample(first));
    }

    /// A log is not marked: it is read in a window of its own, and no start opens it again.
    private void open(Path file) {
        workbench.documents().open(file, () -> marks.set(file.toAbsolutePath().toString()));
    }

    /// The window now shows its blocks.
    void filled() {
        isFilled = true;
        if (isAsked) {
            workbench.recovery().offer(workbench.documents()::afterUnsaved);
        }
    }

    private void opened(Optional<PromptDocument> document) {
        if (document.isEmpty()) {
            return;
        }
        workbench.documents().offer().withdraw();
        sample.note(document.get());
        marks.set(document.get().place().map(path -> path.toAbsolutePath().toString()).orElse(document.get().name()));
        clean = 0;
        failures = guard.failures();
        if (!isWatching) {
            isWatching = true;
            UiThread.nextFrame(this::look);
        }
    }

    private void look() {
        clean = isFilled && guard.failures() == failures ? clean + 1 : 0;
        failures = guard.failures();
        if (isClosed) {
            isWatching = false;
        } else if (clean < FRAMES) {
            UiThread.nextFrame(this::look);
        } else {
            isWatching = false;
            marks.clear();
        }
    }

    /// The normal end of a window that could be laid out.
    @Override
    public void close() {
        isClosed = true;
        subscriptions.close();
        if (guard.failures() == 0) {
            marks.withdraw();
        }
    }
}
