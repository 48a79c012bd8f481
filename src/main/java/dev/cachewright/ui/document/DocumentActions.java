package dev.cachewright.ui.document;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.OutsideFolder;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.Draft;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
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
    private final CurrentRequest requests;
    private final NewerFiles newer;
    private final Exports exports;
    private final SessionExports sessions;
    private final LogDoor logs;

    public DocumentActions(Workspace workspace, PromptDocuments documents, Background background, Dialogs dialogs) {
        this.workspace = workspace;
        this.documents = documents;
        this.background = background;
        this.dialogs = dialogs;
        this.requests = new CurrentRequest(workspace);
        this.exports = new Exports(workspace, documents, this, dialogs);
        this.sessions = new SessionExports(workspace, this, background, dialogs);
        this.logs = new LogDoor(background, dialogs);
        this.newer = new NewerFiles(workspace.prompt(), documents, this, background, dialogs);
    }

    public void open() {
        dialogs.chooseOpen(folder()).ifPresent(this::open);
    }

    /// Where dialogs start: beside the opened file, else beside the one that was opened last.
    Optional<Path> folder() {
        return workspace.prompt().getDocument().flatMap(PromptDocument::place)
                .or(() -> workspace.preferences().get().recentFiles().stream().findFirst())
                .map(file -> file.toAbsolutePath().getParent());
    }

    /// Opens a file; one that cannot be read changes nothing.
    public void open(Path file) {
        open(file, () -> {
        });
    }

    /// @param asPrompt runs before it is opened as a prompt; not at all where it is a log that goes elsewhere
    public void open(Path file, Runnable asPrompt) {
        logs.pass(List.of(file), () -> {
            asPrompt.run();
            open(file, () -> documents.open(file));
        });
    }

    private void open(Path file, Callable<PromptDocument> reading) {
        replace(notOpened(file), reading, opened -> {
            show(opened);
            opened.place().ifPresent(this::remember);
        });
    }

    private void remember(Path file) {
        workspace.preferences().change(now -> now.withRecentFile(file.toAbsolutePath()));
    }

    private static String notOpened(Path file) {
        return Texts.format("document.not-opened", file.getFileName());
    }

    public void openSample(String name) {
        replace(Texts.format("document.not-opened", name), () -> Samples.open(name), this::show);
    }

    /// Opens a request body, a command of curl or a prompt from the clipboard.
    public void importText(String text) {
        replace(Texts.get("document.not-pasted"), () -> documents.importText(Texts.get("document.pasted"), text),
                this::show);
    }

    /// Puts what is read in the place of what is open; what was typed while it was read is asked for, too.
    ///
    /// @param failed says that it could not be read
    private void replace(String failed, Callable<PromptDocument> work, Consumer<PromptDocument> onDone) {
        afterUnsaved(() -> {
            Prompt left = workspace.prompt().getPrompt();
            load(failed, work, opened -> afterTyped(left, () -> onDone.accept(opened)));
        });
    }

    /// Opens a prompt that is made elsewhere, such as of recorded calls, and forecasts at the pace of these until
    /// something else is opened.
    ///
    /// @param making is given what takes the prompt, once or never; it may take its time
    public void openMade(Consumer<BiConsumer<PromptDocument, Cadence>> making) {
        afterUnsaved(() -> {
            Prompt left = workspace.prompt().getPrompt();
            making.accept((made, pace) -> afterTyped(left, () -> {
                show(made);
                workspace.analysis().followPace(pace);
            }));
        });
    }

    /// Runs `next` where nothing was typed since; else asks first.
    private void afterTyped(Prompt left, Runnable next) {
        if (workspace.prompt().getPrompt().equals(left)) {
            next.run();
        } else {
            afterUnsaved(next);
        }
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

    /// Compares the prompt with a second request of the same application, which shows what changes.
    public void compare() {
        dialogs.chooseOpen(folder()).ifPresent(this::compare);
    }

    /// Compares the prompt with the request in a file.
    public void compare(Path file) {
        readBeside(file, second -> workspace.prompt().compareWith(file.getFileName().toString(), second));
    }

    /// Reads a prompt that is set beside the open one, which stays.
    public void readBeside(Consumer<PromptDocument> taker) {
        dialogs.chooseOpen(folder()).ifPresent(file -> readBeside(file, taker));
    }

    /// The same of a file that was chosen.
    public void readBeside(Path file, Consumer<PromptDocument> taker) {
        load(notOpened(file), () -> documents.open(file), taker, found -> load(notOpened(file),
                () -> documents.open(file, true), taker));
    }

    /// Loads a data set beside the prompt.
    public void loadValues() {
        dialogs.chooseValues(folder()).ifPresent(this::useValues);
    }

    private void useValues(Path file) {
        load(notOpened(file), () -> documents.readValues(file), values -> {
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
                switch (changed.isEmpty() ? Dialogs.Overwrite.OVERWRITE : dialogs.askOverwrite(changed)) {
                    case OVERWRITE -> write(document, path.get(), next);
                    case COMPARE -> newer.compare(changed);
                    case NOTHING -> newer.look();
                }
            });
        });
    }

    private void saveAs(PromptDocument document, Runnable next) {
        dialogs.chooseSave(document.name(), folder()).map(DocumentActions::withSuffix).ifPresent(path -> {
            if (path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                writeBody(document, path, next);
            } else if (Exports.isForeign(path)) {
                exports.write(path, List.of(Texts.format("export.not-saved", document.name())));
            } else {
                write(document, path, next);
            }
        });
    }

    /// Writes the request of the shown row. It is all there is to keep where that is what was opened; else the blocks,
    /// their names and variables are still unsaved, and that is said.
    private void writeBody(PromptDocument document, Path path, Runnable next) {
        Draft draft = workspace.prompt().getDraft();
        boolean isWhole = document.origin().isPresent() && Variables.of(draft.prompt(), draft.values()).used()
                .isEmpty();
        Callable<SentRequest> request = requests.current();
        load(notSaved(path), () -> {
            String json = RequestBodyWriter.write(request.call(), true).json();
            documents.export(path, json);
            return documents.exported(document, draft.prompt(), path, json);
        }, saved -> {
            remember(path);
            if (!isWhole) {
                dialogs.showError(Texts.format("document.body-only", path.getFileName()),
                        Texts.format("document.body-only-hint", document.name()));
            } else if (isOpen(document)) {
                workspace.prompt().markSaved(saved);
                afterUnsaved(next);
            }
        });
    }

    private boolean isOpen(PromptDocument document) {
        return workspace.prompt().getDocument().filter(open -> open == document).isPresent();
    }

    static String notSaved(Path file) {
        return Texts.format("document.not-saved", file.getFileName());
    }

    private static Path withSuffix(Path path) {
        String name = path.getFileName().toString();
        return name.contains(".") ? path : path.resolveSibling(name + ".prompt");
    }

    private void write(PromptDocument document, Path path, Runnable next) {
        Prompt prompt = workspace.prompt().getPrompt();
        load(notSaved(path), () -> documents.save(document, prompt, path), saved -> {
            remember(path);
            if (isOpen(document)) {
                workspace.prompt().markSaved(saved);
                // What was typed while it was written is not saved yet.
                afterUnsaved(next);
            }
        });
    }

    private void show(PromptDocument opened) {
        workspace.prompt().open(opened);
    }

    /// @param failed says that it did not work
    <T> void load(String failed, Callable<T> work, Consumer<T> onDone) {
        load(failed, work, onDone, found -> open(found.prompt(), () -> documents.open(found.prompt(), true)));
    }

    /// @param onOutside runs where files outside its folder may be used
    private <T> void load(String failed, Callable<T> work, Consumer<T> onDone, Consumer<OutsideFolder> onOutside) {
        readings.set(readings.get() + 1);
        background.run(work).onDone(onDone::accept).onEnd(() -> readings.set(readings.get() - 1))
                .onFailure(FileProblem.class, problem -> showProblem(failed, problem))
                .onFailure(OutsideFolder.class, found -> askOutside(found, onOutside))
                .onFailure(InputException.class, problem -> dialogs.showError(failed, words(problem)))
                .onFailure(Throwable.class, problem -> dialogs.showError(failed, Unexpected.words(problem)));
    }

    private static String words(InputException problem) {
        return problem.line() == 0
                ? Sentence.of(problem.getMessage())
                : Sentence.of(Texts.format("document.place", problem.line(), problem.column(), problem.getMessage()));
    }

    private void askOutside(OutsideFolder found, Consumer<OutsideFolder> onOutside) {
        if (dialogs.askOutside(found.prompt().getFileName().toString(), found.files())) {
            onOutside.accept(found);
        }
    }

    /// A file that is gone is no longer a recent file.
    private void showProblem(String failed, FileProblem problem) {
        boolean isGone = !Files.exists(problem.file());
        if (isGone) {
            workspace.preferences().change(now -> now.withoutRecentFile(problem.file().toAbsolutePath()));
        }
        String words = Sentence.of(problem.oneLine());
        dialogs.showError(failed, isGone && !problem.prompt().isEmpty()
                ? words + " " + Texts.format("document.put-beside", problem.prompt())
                : words);
    }

    /// Whether a file is being read or written.
    public ObservableValue<Boolean> readingProperty() {
        return reading;
    }

    /// Hands on what is open in other forms.
    public Exports exports() {
        return exports;
    }

    /// Hands on sessions.
    public SessionExports sessions() {
        return sessions;
    }

    /// Where logs go that are opened or dropped.
    public LogDoor logs() {
        return logs;
    }

    /// What others have changed of the files that are open.
    public NewerFiles newer() {
        return newer;
    }

    /// What the start page offers to open.
    public Offer offer() {
        return offer;
    }

    /// Files that were dropped on the window: all logs, else the first prompt or request body, or a data set.
    public void drop(List<Path> files) {
        logs.pass(files, () -> files.stream().findFirst().ifPresent(file -> {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".csv") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                useValues(file);
            } else {
                open(file);
            }
        }));
    }
}
