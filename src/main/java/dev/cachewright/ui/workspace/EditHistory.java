package dev.cachewright.ui.workspace;

import dev.cachewright.prompt.Prompt;
import java.util.ArrayDeque;
import java.util.Deque;

/// The prompts before and after the one that is shown.
///
/// Edits with the same merge key that follow each other are one step: a word that was typed is undone as a word.
final class EditHistory {

    private static final int STEPS = 1_000;

    private final Deque<Prompt> undo = new ArrayDeque<>();
    private final Deque<Prompt> redo = new ArrayDeque<>();
    private String mergeKey = "";

    /// Notes that `before` was edited.
    ///
    /// @param key what the edit may be merged with; empty for a step of its own
    void edited(Prompt before, String key) {
        boolean merges = !key.isEmpty() && key.equals(mergeKey) && !undo.isEmpty();
        if (!merges) {
            undo.push(before);
            if (undo.size() > STEPS) {
                undo.removeLast();
            }
        }
        redo.clear();
        mergeKey = key;
    }

    /// The next edit begins a step of its own.
    void seal() {
        mergeKey = "";
    }

    boolean canUndo() {
        return !undo.isEmpty();
    }

    boolean canRedo() {
        return !redo.isEmpty();
    }

    Prompt undo(Prompt current) {
        seal();
        redo.push(current);
        return undo.pop();
    }

    Prompt redo(Prompt current) {
        seal();
        undo.push(current);
        return redo.pop();
    }

    void clear() {
        undo.clear();
        redo.clear();
        seal();
    }
}
