package dev.cachewright.ui.editor;

import dev.cachewright.ui.kit.text.TextChange;

/// Recognises which edits of a text are one stretch of typing: each goes on where the one before ended, and a new line
/// or a new word begins another.
final class TypingRun {

    private int run;
    private int end = -1;
    private boolean isInsert;
    private boolean endedWithSpace;

    /// A number that stays the same within a stretch.
    int of(TextChange change) {
        boolean inserts = change.removed().isEmpty();
        boolean isSingle = change.inserted().length() + change.removed().length() == 1;
        boolean goesOn = isSingle && inserts == isInsert && isNextTo(change, inserts);
        boolean beginsWord = inserts && endedWithSpace && !change.inserted().isBlank();
        if (!goesOn || beginsWord || change.inserted().contains("\n")) {
            run++;
        }
        isInsert = inserts;
        endedWithSpace = inserts && change.inserted().isBlank();
        end = change.position() + change.inserted().length();
        return run;
    }

    private boolean isNextTo(TextChange change, boolean inserts) {
        return inserts ? change.position() == end : change.position() == end || change.position() + 1 == end;
    }
}
