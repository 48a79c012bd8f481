package dev.cachewright.ui.document;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Session;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.OutsideFolder;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.store.Samples;
import dev.cachewright.store.SessionCopy;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;

/// Opens, saves and closes prompts. Files are read and written in the background; nothing is lost without asking.
public final class DocumentActions {

    private final Workspace workspace;
    private final PromptDocuments documents;
    private final Background background;
    private final Dialogs dialogs;
    private final IntegerProperty readings = new SimpleIntegerProperty();
    private final BooleanBinding reading = readings.greaterThan(0);
    private final Offer offer = new Offer();

    public DocumentActions(Workspace workspace, PromptDocuments documents, Background background, Dialogs dialogs) {
        this.workspace = workspace;
        this.documents = documents;
        this.background = background;
        this.dialogs = dialogs;
    }

    public void open() {
        dialogs.chooseOpen().ifPresent(this::open);
    }

    /// Opens a file; one that cannot be read changes nothing.
    public void open(Path file) {
        open(() -> documents.open(file));
    }

    private void open(Callable<PromptDocument> reading) {
        replace(reading, opened -> {
            show(opened);
            opened.path().ifPresent(
                    path -> workspace.preferences().change(now -> now.withRecentFile(path.toAbsolutePath())));
        });
    }

    public void openSample(String name) {
        replace(() -> Samples.open(name), this::show);
    }

    /// Opens a request body, a command of curl or a prompt from the clipboard.
    public void importText(String text) {
        replace(() -> documents.importText(Texts.get("document.pasted"), text), this::show);
    }

    /// Puts what is read in the place of what is open; what was typed while it was read is asked for, too.
    private void replace(Callable<PromptDocument> work, Consumer<PromptDocument> onDone) {
        afterUnsaved(() -> {
            Prompt left = workspace.prompt().getPrompt();
            load(work, opened -> {
                if (workspace.prompt().getPrompt().equals(left)) {
                    onDone.accept(opened);
                } else {
                    afterUnsaved(() -> onDone.accept(opened));
                }
            });
        });
    }

    public void startNew() {
        afterUnsaved(() -> show(NewPrompt.document(workspace.prompt().getPrompt().settings())));
    }

    public void close() {
        afterUnsaved(() -> workspace.prompt().close());
    }

    public void save() {
        save(() -> {
        });
    }

    public void saveAs() {
        workspace.prompt().getDocument().ifPresent(document -> saveAs(document, () -> {
        }));
    }

    /// Writes a copy of the session to a file of the user's choice.
    public void saveSessionCopy() {
        Session session = workspace.session().getSession();
        dialogs.chooseSessionCopy("session-" + session.id() + ".jsonl").ifPresent(file -> load(() -> {
            SessionCopy.write(session, file);
            return session;
        }, workspace.session()::copied));
    }

    /// Loads a data set beside the prompt.
    public void loadValues() {
        dialogs.chooseValues().ifPresent(this::useValues);
    }

    private void useValues(Path file) {
        load(() -> documents.readValues(file), values -> {
            String reference = workspace.prompt().getDocument().flatMap(PromptDocument::path)
                    .map(prompt -> reference(prompt, file)).orElse(file.toAbsolutePath().toString());
            workspace.prompt().useValues(new Values(reference, values.columns(), values.rows()));
        });
    }

    /// A file beside the prompt is referred to by its name, so that both can be moved together.
    private static String reference(Path prompt, Path file) {
        Path folder = prompt.toAbsolutePath().getParent();
        Path absolute = file.toAbsolutePath();
        return absolute.startsWith(folder)
                ? folder.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
    }

    /// Runs `next` once nothing unsaved can be lost; not at all where the user says so.
    public void afterUnsaved(Runnable next) {
        PromptModel prompt = workspace.prompt();
        if (!prompt.isDirty()) {
            next.run();
            return;
        }
        String name = prompt.getDocument().map(PromptDocument::name).orElse("");
        switch (dialogs.askUnsaved(name)) {
            case SAVE -> save(next);
            case DISCARD -> next.run();
            case CANCEL -> {
            }
        }
    }

    private void save(Runnable next) {
        workspace.prompt().getDocument().ifPresent(document -> {
            Optional<Path> path = document.path();
            if (path.isEmpty()) {
                saveAs(document, next);
                return;
            }
            background.run(() -> documents.changedOnDisk(document)).onDone(changed -> {
                if (changed.isEmpty() || dialogs.askOverwrite(changed)) {
                    write(document, path.get(), next);
                }
            });
        });
    }

    private void saveAs(PromptDocument document, Runnable next) {
        dialogs.chooseSave(document.name()).ifPresent(path -> write(document, withSuffix(path), next));
    }

    private static Path withSuffix(Path path) {
        String name = path.getFileName().toString();
        return name.contains(".") ? path : path.resolveSibling(name + ".prompt");
    }

    private void write(PromptDocument document, Path path, Runnable next) {
        Prompt prompt = workspace.prompt().getPrompt();
        load(() -> documents.save(document, prompt, path), saved -> {
            workspace.preferences().change(now -> now.withRecentFile(path.toAbsolutePath()));
            if (workspace.prompt().getDocument().filter(open -> open == document).isPresent()) {
                workspace.prompt().markSaved(saved);
                // What was typed while it was written is not saved yet.
                afterUnsaved(next);
            }
        });
    }

    private void show(PromptDocument opened) {
        boolean isOther = workspace.prompt().getDocument().isPresent();
        if (isOther && !workspace.session().getSession().calls().isEmpty()) {
            // What was sent of another prompt says nothing about this one.
            workspace.startSession();
        }
        workspace.prompt().open(opened);
    }

    private <T> void load(Callable<T> work, Consumer<T> onDone) {
        readings.set(readings.get() + 1);
        background.run(work).onDone(onDone::accept).onEnd(() -> readings.set(readings.get() - 1))
                .onFailure(FileProblem.class, this::showProblem)
                .onFailure(OutsideFolder.class, this::askOutside)
                .onFailure(InputException.class, problem -> dialogs.showError(Texts.get("document.unreadable"),
                        Texts.format("document.place", problem.line(), problem.column(), problem.getMessage())))
                .onFailure(Throwable.class, problem -> dialogs.showError(Texts.get("document.unreadable"),
                        Unexpected.words(problem)));
    }

    private void askOutside(OutsideFolder found) {
        if (dialogs.askOutside(found.prompt().getFileName().toString(), found.files())) {
            open(() -> documents.open(found.prompt(), true));
        }
    }

    /// A file that is gone is no longer a recent file.
    private void showProblem(FileProblem problem) {
        if (!Files.exists(problem.file())) {
            workspace.preferences().change(now -> now.withoutRecentFile(problem.file().toAbsolutePath()));
        }
        dialogs.showError(Texts.get("document.unreadable"), problem.oneLine());
    }

    /// Whether a file is being read or written.
    public ObservableValue<Boolean> readingProperty() {
        return reading;
    }

    /// What the start page offers to open.
    public Offer offer() {
        return offer;
    }

    /// Files that were dropped on the window: the first prompt or request body, or a data set.
    public void drop(List<Path> files) {
        files.stream().findFirst().ifPresent(file -> {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".csv") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                useValues(file);
            } else {
                open(file);
            }
        });
    }
}
