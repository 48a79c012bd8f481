package dev.cachewright.ui.kit.text;

/// Where two texts differ, and steps over one character of a text.
final class Difference {

    private Difference() {
    }

    static int commonPrefix(CharSequence one, CharSequence other) {
        int most = Math.min(one.length(), other.length());
        int at = 0;
        while (at < most && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /// The equal characters at the end, not counting any of the first `prefix`.
    static int commonSuffix(CharSequence one, CharSequence other, int prefix) {
        int most = Math.min(one.length(), other.length()) - prefix;
        int count = 0;
        while (count < most && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
            count++;
        }
        return count;
    }

    /// The length of the character, line end or surrogate pair at the end of a text.
    static int stepBack(String text) {
        if (text.endsWith("\r\n")) {
            return 2;
        }
        return text.isEmpty() ? 0 : Character.charCount(text.codePointBefore(text.length()));
    }

    /// The length of the character, line end or surrogate pair at the start of a text.
    static int stepOn(String text) {
        if (text.startsWith("\r\n")) {
            return 2;
        }
        return text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
    }
}
