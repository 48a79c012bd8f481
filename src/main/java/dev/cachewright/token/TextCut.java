package dev.cachewright.token;

/// Finds places in a piece of text at which no token of either encoding crosses, whatever is on the two sides.
public final class TextCut {

    /// How much is needed on each side of a stretch. A run without such a place that is longer is cut anywhere.
    public static final int REACH = 400;

    private static final String MARKS = " \n,.;:!?，。、";

    private TextCut() {
    }

    /// The nearest place at `offset` or before it; the beginning where there is none.
    public static int before(CharSequence piece, int offset) {
        for (int at = Math.min(offset, piece.length() - 1); at > 0; at--) {
            if (isSafe(piece, at)) {
                return at;
            }
        }
        return !piece.isEmpty() && Character.isLowSurrogate(piece.charAt(0)) ? 1 : 0;
    }

    /// The nearest place at `offset` or after it; the end where there is none.
    public static int after(CharSequence piece, int offset) {
        int length = piece.length();
        for (int at = Math.max(1, offset); at < length; at++) {
            if (isSafe(piece, at)) {
                return at;
            }
        }
        return length > 0 && Character.isHighSurrogate(piece.charAt(length - 1)) ? length - 1 : length;
    }

    /// After a letter or digit and before white space or a mark that begins no contraction, and not inside a tag.
    private static boolean isSafe(CharSequence piece, int at) {
        return Character.isLetterOrDigit(piece.charAt(at - 1)) && MARKS.indexOf(piece.charAt(at)) >= 0
                && !isInTag(piece, at);
    }

    private static boolean isInTag(CharSequence piece, int at) {
        for (int i = at - 1; i > Math.max(0, at - REACH); i--) {
            if (piece.charAt(i) == '}' && piece.charAt(i - 1) == '}') {
                return false;
            }
            if (piece.charAt(i) == '{' && piece.charAt(i - 1) == '{') {
                return true;
            }
        }
        return false;
    }
}
