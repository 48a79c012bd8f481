package dev.cachewright.token.encoding;

import static dev.cachewright.token.encoding.CharClass.LETTER;
import static dev.cachewright.token.encoding.CharClass.LOWER;
import static dev.cachewright.token.encoding.CharClass.MARK;
import static dev.cachewright.token.encoding.CharClass.NEWLINE;
import static dev.cachewright.token.encoding.CharClass.NUMBER;
import static dev.cachewright.token.encoding.CharClass.OTHER_LETTER;
import static dev.cachewright.token.encoding.CharClass.SIGN;
import static dev.cachewright.token.encoding.CharClass.SPACE;
import static dev.cachewright.token.encoding.CharClass.UPPER;

import dev.cachewright.prompt.text.Text;

/// Where text can be cut so that its pieces stay what they are, whatever is on either side: the expressions look
/// neither far ahead nor back, so that the classes of two neighbours decide.
///
/// A test checks the table against random surroundings and reports the counter-example of each pair that is not safe.
public final class SafeBorders {

    private static final int APOSTROPHE = 1 << 8;
    private static final int SLASH = 1 << 9;
    private static final int ANY_SIGN = SIGN | APOSTROPHE | SLASH;
    private static final int ALL = 1 << 10;

    /// By the class before the border, the classes that may follow it.
    private final int[] safe = new int[ALL];

    public SafeBorders(Encoding encoding) {
        boolean isO200k = encoding == Encoding.O200K_BASE;
        int afterLetter = NEWLINE | SPACE | NUMBER | SIGN | SLASH | (isO200k ? 0 : MARK | APOSTROPHE);
        safe[NEWLINE] = LETTER | MARK | NUMBER | SIGN | APOSTROPHE | (isO200k ? 0 : SLASH);
        safe[LOWER] = afterLetter;
        safe[UPPER] = afterLetter;
        safe[OTHER_LETTER] = afterLetter;
        safe[MARK] = SPACE | NUMBER;
        safe[NUMBER] = NEWLINE | SPACE | LETTER | MARK | ANY_SIGN;
        safe[SIGN] = SPACE | NUMBER;
        safe[APOSTROPHE] = SPACE | NUMBER;
        safe[SLASH] = SPACE | NUMBER;
    }

    /// Whether no piece crosses from the one code point to the other.
    public boolean isSafe(int before, int after) {
        return (safe[kind(before)] & kind(after)) != 0;
    }

    public boolean isSafe(char[] text, int at) {
        char before = text[at - 1];
        char after = text[at];
        if (Character.isSurrogate(before) || Character.isSurrogate(after)) {
            // Half of a pair stands for a sign, and no border lies within one.
            return !Character.isSurrogatePair(before, after)
                    && isSafe(Character.codePointBefore(text, at), Character.codePointAt(text, at));
        }
        return isSafe(before, after);
    }

    /// Whether the text may be cut at `at`; it may at both of its ends.
    public boolean isSafe(Text text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        int from = Math.max(0, at - 2);
        return isSafe(text.chars(from, Math.min(text.length(), at + 2)), at - from);
    }

    private static int kind(int codePoint) {
        if (codePoint == '\'') {
            return APOSTROPHE;
        }
        if (codePoint == '/') {
            return SLASH;
        }
        return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT
                ? CharClass.of((char) codePoint)
                : CharClass.classify(codePoint);
    }
}
