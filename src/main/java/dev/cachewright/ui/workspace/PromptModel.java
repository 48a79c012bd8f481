package dev.cachewright.ui.workspace;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// The open prompt, its values, and what was undone.
public final class PromptModel {

    private static final Prompt NOTHING = Prompt.of(List.of(), Settings.of("", Api.CHAT));

    private final ReadOnlyObjectWrapper<Optional<PromptDocument>> document = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Prompt> prompt = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Values> values = new ReadOnlyObjectWrapper<>(Values.none());
    private final IntegerProperty row = new SimpleIntegerProperty();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final EditHistory history = new EditHistory();
    private Prompt saved = NOTHING;
    private PromptFile savedSource = PromptFile.empty();

    /// Shows a document; what could be undone is forgotten.
    public void open(PromptDocument opened) {
        history.clear();
        saved = opened.prompt();
        savedSource = opened.source();
        row.set(0);
        values.set(opened.values());
        document.set(Optional.of(opened));
        show(opened.prompt());
    }

    /// Shows nothing.
    public void close() {
        history.clear();
        saved = NOTHING;
        values.set(Values.none());
        document.set(Optional.empty());
        show(NOTHING);
    }

    /// The document as it was written; what can be undone stays.
    public void markSaved(PromptDocument written) {
        saved = written.prompt();
        savedSource = written.source();
        document.set(Optional.of(written));
        history.seal();
        show(prompt.get());
    }

    /// Makes `next` the prompt. The same prompt is no edit.
    public void edit(Prompt next) {
        edit(next, "");
    }

    /// Makes `next` the prompt; edits with the same key that follow each other are undone together.
    public void edit(Prompt next, String mergeKey) {
        if (!next.equals(prompt.get())) {
            history.edited(prompt.get(), mergeKey);
            show(next);
        }
    }

    public void undo() {
        if (history.canUndo()) {
            show(history.undo(prompt.get()));
        }
    }

    public void redo() {
        if (history.canRedo()) {
            show(history.redo(prompt.get()));
        }
    }

    /// Takes another data set into use; its file is named in the front matter at the next save.
    public void useValues(Values data) {
        document.set(document.get().map(open -> open.withValues(data)));
        row.set(0);
        values.set(data);
        show(prompt.get());
    }

    private void show(Prompt next) {
        prompt.set(next);
        boolean isSourceChanged = document.get().filter(open -> open.source() != savedSource).isPresent();
        dirty.set(next != saved && !next.equals(saved) || isSourceChanged);
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }

    public ReadOnlyObjectProperty<Optional<PromptDocument>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public Optional<PromptDocument> getDocument() {
        return document.get();
    }

    public ReadOnlyObjectProperty<Prompt> promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    public Prompt getPrompt() {
        return prompt.get();
    }

    public ReadOnlyObjectProperty<Values> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    public Values getValues() {
        return values.get();
    }

    /// The index of the row that is shown and sent, from 0 on.
    public IntegerProperty rowProperty() {
        return row;
    }

    public int getRow() {
        return row.get();
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
