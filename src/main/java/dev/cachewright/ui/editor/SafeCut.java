package dev.cachewright.ui.editor;

/// Finds places in a text at which no token of either encoding crosses, whatever stands on the two sides.
final class SafeCut {

    /// A run without such a place that is longer than this is cut anywhere.
    private static final int REACH = 400;

    private SafeCut() {
    }

    /// The nearest place at `offset` or before it.
    static int before(CharSequence text, int offset) {
        int least = Math.max(0, offset - REACH);
        for (int at = Math.min(offset, text.length()); at > least; at--) {
            if (isSafe(text, at)) {
                return at;
            }
        }
        return whole(text, least);
    }

    /// The nearest place at `offset` or behind it.
    static int behind(CharSequence text, int offset) {
        int most = Math.min(text.length(), offset + REACH);
        for (int at = Math.max(0, offset); at < most; at++) {
            if (isSafe(text, at)) {
                return at;
            }
        }
        return whole(text, most);
    }

    /// Behind a letter or digit and before white space or a mark that begins no contraction. Both characters stand
    /// outside a tag, or the place is inside one and no value is there.
    private static boolean isSafe(CharSequence text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        char next = text.charAt(at);
        return Character.isLetterOrDigit(before) && (next == ' ' || next == '\n' || ",.;:!?，。、".indexOf(next) >= 0)
                && !isInTag(text, at);
    }

    private static boolean isInTag(CharSequence text, int at) {
        for (int i = at - 1; i > Math.max(0, at - REACH); i--) {
            if (text.charAt(i) == '}' && text.charAt(i - 1) == '}') {
                return false;
            }
            if (text.charAt(i) == '{' && text.charAt(i - 1) == '{') {
                return true;
            }
        }
        return false;
    }

    private static int whole(CharSequence text, int at) {
        boolean isTorn = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return isTorn ? at - 1 : at;
    }
}
