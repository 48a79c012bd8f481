package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.SecondRequest;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open prompt, its values, and what was undone.
///
/// Its truth is one [Draft]. The properties of its parts say that a part changed; another part that is read then is as
/// of the same moment.
public final class PromptModel {

    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<PromptDocument>> document = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Prompt> prompt = new ReadOnlyObjectWrapper<>(Draft.NOTHING.prompt());
    private final ReadOnlyObjectWrapper<Values> values = new ReadOnlyObjectWrapper<>(Values.none());
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper();
    private final EditHistory history = new EditHistory();
    private BiConsumer<PromptDocument, PromptDocument> onSaved = (before, written) -> {
        // Nobody listens yet.
    };
    private Prompt saved = Draft.NOTHING.prompt();
    private PromptFile savedSource = PromptFile.empty();
    /// Whether the files hold something else that is to be written over.
    private boolean isOverNewer;

    /// Shows a document; what could be undone is forgotten.
    public void open(PromptDocument opened) {
        begin(opened);
        show(Draft.of(opened));
        openings.set(openings.get() + 1);
    }

    /// Shows a document with changes that were not saved; they can be undone.
    public void openUnsaved(PromptDocument opened, Prompt unsaved) {
        begin(opened);
        history.edited(saved, "");
        show(Draft.of(opened).withPrompt(unsaved));
        openings.set(openings.get() + 1);
    }

    private void begin(PromptDocument opened) {
        history.clear();
        noteSaved(opened);
    }

    private void noteSaved(PromptDocument onDisk) {
        saved = onDisk.opened();
        savedSource = onDisk.source();
        isOverNewer = false;
    }

    /// Shows what the files hold now. Undo brings back what was shown, as unsaved.
    public void reload(PromptDocument read) {
        history.edited(getPrompt(), "");
        history.seal();
        noteSaved(read);
        show(new Draft(Optional.of(read), read.opened(), read.values(),
                Math.min(getRow(), read.values().rowsOrEmpty().size() - 1), draft.get().compared()));
    }

    /// Stays with what is shown although the files hold something newer: it is unsaved from now on.
    ///
    /// @param known the document, with what the files hold
    public void keepOver(PromptDocument known) {
        isOverNewer = true;
        show(draft.get().withDocument(known));
    }

    /// Shows nothing.
    public void close() {
        history.clear();
        saved = Draft.NOTHING.prompt();
        isOverNewer = false;
        show(Draft.NOTHING);
    }

    /// Takes the document as it was written; what can be undone stays.
    public void markSaved(PromptDocument written) {
        Optional<PromptDocument> before = getDocument();
        noteSaved(written);
        history.seal();
        show(draft.get().withDocument(written));
        before.ifPresent(known -> onSaved.accept(known, written));
    }

    /// Has `listener` told of each save, with the document before and as it was written.
    void onSaved(BiConsumer<PromptDocument, PromptDocument> listener) {
        onSaved = onSaved.andThen(listener);
    }

    /// Makes `next` the prompt. The same prompt is not an edit.
    public void edit(Prompt next) {
        edit(next, "");
    }

    /// Makes `next` the prompt; edits with the same key that follow each other are undone together.
    public void edit(Prompt next, String mergeKey) {
        if (!next.equals(getPrompt())) {
            history.edited(getPrompt(), mergeKey);
            show(draft.get().withPrompt(next));
        }
    }

    public void undo() {
        if (history.canUndo()) {
            show(draft.get().withPrompt(history.undo(getPrompt())));
        }
    }

    public void redo() {
        if (history.canRedo()) {
            show(draft.get().withPrompt(history.redo(getPrompt())));
        }
    }

    /// Uses another data set; its file is named in the front matter at the next save.
    public void useValues(Values data) {
        show(draft.get().withValues(data));
    }

    /// Uses rows of values that were made here, of a document that has no file yet.
    ///
    /// @param rows JSON Lines
    public void useRows(String rows) {
        getDocument().filter(open -> open.path().isEmpty()).map(open -> open.withRows(rows))
                .ifPresent(open -> show(new Draft(Optional.of(open), getPrompt(), open.values(), 0,
                        draft.get().compared())));
    }

    /// Compares the prompt, as it is now, with a second request of the same application.
    public void compareWith(String name, PromptDocument second) {
        show(draft.get().withCompared(Optional.of(new Draft.Compared(name,
                SecondRequest.of(getPrompt(), second.opened())))));
    }

    public void dropComparison() {
        show(draft.get().withCompared(Optional.empty()));
    }

    /// Shows another row.
    ///
    /// @param index from 0 on
    public void showRow(int index) {
        if (index != getRow()) {
            show(draft.get().withRow(index));
        }
    }

    private void show(Draft next) {
        draft.set(next);
        // Before the parts: who hears of a new prompt may ask whether it is saved.
        boolean isSourceChanged = next.document().filter(open -> open.source() != savedSource).isPresent();
        dirty.set(next.prompt() != saved && !next.prompt().equals(saved) || isSourceChanged
                || isOverNewer);
        document.set(next.document());
        values.set(next.values());
        row.set(next.row());
        prompt.set(next.prompt());
        read();
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }

    /// Reads the parts, since a subscriber that does not read the value is notified of the next change only after that.
    private void read() {
        document.get();
        values.get();
        row.get();
        prompt.get();
    }

    /// All that is open, at one moment.
    public ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public Draft getDraft() {
        return draft.get();
    }

    public ReadOnlyObjectProperty<Optional<PromptDocument>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public Optional<PromptDocument> getDocument() {
        return draft.get().document();
    }

    /// How many documents have been opened; grows after each is there.
    public ReadOnlyIntegerProperty openingsProperty() {
        return openings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Prompt> promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    public Prompt getPrompt() {
        return draft.get().prompt();
    }

    public ReadOnlyObjectProperty<Values> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    public Values getValues() {
        return draft.get().values();
    }

    /// The index of the row that is shown and sent, from 0 on.
    public ReadOnlyIntegerProperty rowProperty() {
        return row.getReadOnlyProperty();
    }

    public int getRow() {
        return draft.get().row();
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    public boolean isDirty() {
        return dirty.get();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }
}
