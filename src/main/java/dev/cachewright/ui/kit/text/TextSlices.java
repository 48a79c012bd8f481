package dev.cachewright.ui.kit.text;

import java.util.List;

/// A long text on its way into an area, a slice at a time: megabytes at once would stop the window.
final class TextSlices {

    /// More rows than a card ever shows; takes a millisecond or two to bring in.
    public static final int SIZE = 1 << 16;
    private static final int LINE_END_WITHIN = 2 * Piece.LONGEST;

    private final String text;
    private int at;

    TextSlices(String text) {
        this.text = text;
    }

    boolean isEmpty() {
        return at == text.length();
    }

    /// How many characters are still to come.
    int left() {
        return text.length() - at;
    }

    /// Where in the text the next slice starts.
    int start() {
        return at;
    }

    /// The next paragraphs. Only those at the end of the text are without a line end or a soft break to what follows.
    List<Piece> next() {
        int from = at;
        at = text.length() - from <= SIZE + LINE_END_WITHIN ? text.length() : cut(from + SIZE);
        List<Piece> pieces = Piece.split(text.substring(from, at), Piece.End.SOFT);
        if (!isEmpty() && pieces.size() > 1 && pieces.getLast().text().isEmpty()) {
            // The slice ends with a line end, so that this is the beginning of the next one.
            pieces.removeLast();
        }
        return pieces;
    }

    /// After a line end where there is one near, else where a long line may be broken.
    private int cut(int wanted) {
        int lineEnd = text.indexOf('\n', wanted);
        return lineEnd >= 0 && lineEnd < wanted + LINE_END_WITHIN ? lineEnd + 1 : Piece.breakPoint(text, wanted);
    }
}
