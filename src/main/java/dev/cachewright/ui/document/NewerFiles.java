package dev.cachewright.ui.document;

import dev.cachewright.store.FileDifference;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The files of the open prompt that others have changed meanwhile, and what can be done about it. Nothing is replaced
/// unasked: what is in the window stays until the user says otherwise, and can be had back then.
public final class NewerFiles {

    private final PromptModel prompt;
    private final PromptDocuments documents;
    private final DocumentActions actions;
    private final Background background;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final Subscriptions subscriptions = new Subscriptions();

    NewerFiles(PromptModel prompt, PromptDocuments documents, DocumentActions actions, Background background,
            Dialogs dialogs) {
        this.prompt = prompt;
        this.documents = documents;
        this.actions = actions;
        this.background = background;
        this.dialogs = dialogs;
        subscriptions.add(prompt.documentProperty().subscribe(_ -> files.set(List.of())));
    }

    /// Looks at the disk, in the background.
    public void look() {
        prompt.getDocument().ifPresent(document -> background.run(() -> documents.newerOnDisk(document))
                .onDone(found -> whereOpen(document, () -> files.set(found))));
    }

    /// Shows what is on disk; undo brings back what was in the window.
    void reload() {
        prompt.getDocument().ifPresent(document -> document.place()
                .ifPresent(file -> load(document, () -> documents.open(file), prompt::reload)));
    }

    /// Takes note of what is on disk and stays with what is in the window, which is unsaved from now on.
    void keepMine() {
        prompt.getDocument().ifPresent(document -> {
            List<Path> known = files.get();
            load(document, () -> documents.keepingOver(document, known), prompt::keepOver);
        });
    }

    /// Notes that these files have changed, and shows the difference.
    void compare(List<Path> changed) {
        files.set(changed);
        compare();
    }

    /// Shows the difference, and does what is chosen there.
    void compare() {
        prompt.getDocument().ifPresent(document -> {
            List<Path> found = files.get();
            var mine = prompt.getPrompt();
            load(document, () -> documents.compare(document, mine, found), this::ask);
        });
    }

    private void ask(List<FileDifference> differences) {
        switch (dialogs.askNewer(differences)) {
            case RELOAD -> reload();
            case KEEP_MINE -> keepMine();
            case LATER -> {
            }
        }
    }

    private <T> void load(PromptDocument document, Callable<T> work, Consumer<T> onDone) {
        actions.load(Texts.format("document.not-opened", document.name()), work,
                done -> whereOpen(document, () -> onDone.accept(done)));
    }

    private void whereOpen(PromptDocument document, Runnable action) {
        if (prompt.getDocument().filter(open -> open == document).isPresent()) {
            action.run();
        }
    }

    /// The files that others have changed; empty where none is known.
    ReadOnlyObjectProperty<List<Path>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    PromptModel prompt() {
        return prompt;
    }
}
