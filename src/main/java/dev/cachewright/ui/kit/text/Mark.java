package dev.cachewright.ui.kit.text;

/// A stretch of text, by offsets, shown with a style class (`volatile`, `difference`, `cached`, `found`).
public record Mark(int start, int end, String styleClass) {

    /// The mark moved along by an edit.
    Mark after(TextChange change) {
        return new Mark(moved(start, change), moved(end, change), styleClass);
    }

    private static int moved(int offset, TextChange change) {
        int removedEnd = change.position() + change.removed().length();
        if (offset <= change.position()) {
            return offset;
        }
        int delta = change.inserted().length() - change.removed().length();
        return offset >= removedEnd ? offset + delta : change.position() + change.inserted().length();
    }
}
