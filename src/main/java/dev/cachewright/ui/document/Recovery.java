package dev.cachewright.ui.document;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.RecoveryFolder;
import dev.cachewright.store.RecoveryFolder.Recovered;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps a copy of unsaved work while it is typed, and brings back what a crash has left.
public final class Recovery {

    private final PromptModel prompt;
    private final RecoveryFolder folder;
    private final Background background;
    private final Dialogs dialogs;
    private final Consumer<Runnable> soon;
    private final Latest writing;
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean isWatching;
    private boolean isFailing;

    /// @param soon runs the last action that it was given, a short time after the first one
    public Recovery(PromptModel prompt, RecoveryFolder folder, Background background, Dialogs dialogs,
            Consumer<Runnable> soon) {
        this.prompt = prompt;
        this.folder = folder;
        this.background = background;
        this.dialogs = dialogs;
        this.soon = soon;
        this.writing = new Latest(background);
    }

    /// Opens what a crash has left, as unsaved and with a notice; without any, does `otherwise`.
    public void restoreOr(Runnable otherwise) {
        background.run(folder::take).onDone(found -> {
            watch();
            found.ifPresentOrElse(this::show, otherwise);
        }).onFailure(FileProblem.class, problem -> {
            watch();
            otherwise.run();
            dialogs.showError(Texts.get("recovery.unreadable"), Sentence.of(problem.oneLine()));
        });
    }

    /// Asks whether to open what a crash has left, beside what is open; it stays where that is not wanted yet.
    ///
    /// @param afterUnsaved runs an action once what is open may be replaced
    public void offer(Consumer<Runnable> afterUnsaved) {
        background.run(folder::left).onDone(left -> left.filter(dialogs::askRestore)
                .ifPresent(_ -> afterUnsaved.accept(() -> restoreOr(() -> {
                    // Another window was faster.
                }))));
    }

    /// Keeps copies from now on.
    public void watch() {
        if (isWatching) {
            return;
        }
        isWatching = true;
        subscriptions.add(prompt.dirtyProperty().subscribe(this::changed));
        subscriptions.add(prompt.promptProperty().subscribe(this::changed));
    }

    /// The normal end: what is unsaved now was discarded.
    public void close() {
        subscriptions.close();
        folder.close();
    }

    private void show(Recovered found) {
        prompt.openUnsaved(found.base(), found.prompt());
        dialogs.showError(Texts.get("recovery.title"), Texts.format("recovery.hint", found.base().name()));
    }

    private void changed() {
        if (prompt.isDirty()) {
            soon.accept(this::keep);
        } else {
            submit(folder::clear);
        }
    }

    private void keep() {
        Optional<PromptDocument> document = prompt.getDocument();
        if (document.isPresent() && prompt.isDirty()) {
            Prompt unsaved = prompt.getPrompt();
            submit(() -> folder.keep(document.get(), unsaved));
        }
    }

    private void submit(Runnable work) {
        writing.submit(() -> {
            work.run();
            return true;
        }, done -> isFailing = false, this::fail);
    }

    /// Says once that no copy can be kept, until one could.
    private void fail(Throwable failure) {
        if (!isFailing) {
            isFailing = true;
            dialogs.showError(Texts.get("recovery.not-kept"), Texts.format("recovery.not-kept-hint",
                    Sentence.of(Unexpected.words(failure, FileProblem.class, InputException.class))));
        }
    }
}
