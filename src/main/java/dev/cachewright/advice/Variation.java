package dev.cachewright.advice;

/// Texts of the same form as another: what stands in the place of a time or an id in other calls.
final class Variation {

    private static final int DIGITS = 10;
    private static final int LETTERS = 26;

    private Variation() {
    }

    /// The text as it may be in the call with that number, from its first letter or digit on different from that of any
    /// other call; the text itself for call 0.
    static String of(String text, int call) {
        var changed = new StringBuilder(text);
        int rest = call;
        for (int i = 0; i < changed.length() && rest > 0; i++) {
            char c = changed.charAt(i);
            if (c >= '0' && c <= '9') {
                changed.setCharAt(i, (char) ('0' + (c - '0' + rest) % DIGITS));
                rest /= DIGITS;
            } else if (c >= 'a' && c <= 'z') {
                changed.setCharAt(i, (char) ('a' + (c - 'a' + rest) % LETTERS));
                rest /= LETTERS;
            } else if (c >= 'A' && c <= 'Z') {
                changed.setCharAt(i, (char) ('A' + (c - 'A' + rest) % LETTERS));
                rest /= LETTERS;
            }
        }
        return rest == 0 ? changed.toString() : rest + " " + changed;
    }
}
