package dev.cachewright.token.encoding;

/// The classes of characters that decide where OpenAI's encodings cut text into pieces; each is a bit of its own, so
/// that sets of classes are masks.
///
/// The classes follow the Unicode version of the running JDK: 16 on JDK 25, as in tiktoken 0.14 (checked by a test).
public final class CharClass {

    static final int NEWLINE = 1;
    static final int SPACE = 1 << 1;
    static final int LOWER = 1 << 2;
    /// Uppercase and titlecase letters.
    static final int UPPER = 1 << 3;
    /// Modifier letters and letters without case.
    static final int OTHER_LETTER = 1 << 4;
    static final int MARK = 1 << 5;
    static final int NUMBER = 1 << 6;
    /// Whatever is none of these: punctuation, symbols, controls, unassigned code points, half characters.
    static final int SIGN = 1 << 7;

    static final int LETTER = LOWER | UPPER | OTHER_LETTER;
    static final int WHITE = NEWLINE | SPACE;

    private static final int BMP = 0x10000;
    /// 0 where it has not been asked for yet: a text has few of all characters, and the first count does not wait for
    /// the rest. Threads may find the same class twice.
    private static final byte[] CLASSES = new byte[BMP];

    private CharClass() {
    }

    /// The class of a UTF-16 unit that is not half of a pair.
    static int of(char unit) {
        byte known = CLASSES[unit];
        return known == 0 ? learn(unit) : known & 0xFF;
    }

    private static int learn(char unit) {
        int found = classify(unit);
        CLASSES[unit] = (byte) found;
        return found;
    }

    /// The class of the code point that begins at `at`, nothing beyond `to` being read.
    static int at(char[] text, int at, int to) {
        char unit = text[at];
        return isPair(text, at, to) ? classify(Character.toCodePoint(unit, text[at + 1])) : of(unit);
    }

    /// Where the code point after that at `at` begins.
    public static int next(char[] text, int at, int to) {
        return isPair(text, at, to) ? at + 2 : at + 1;
    }

    private static boolean isPair(char[] text, int at, int to) {
        return Character.isHighSurrogate(text[at]) && at + 1 < to && Character.isLowSurrogate(text[at + 1]);
    }

    static int classify(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r') {
            return NEWLINE;
        }
        if (isWhiteSpace(codePoint)) {
            return SPACE;
        }
        return switch (Character.getType(codePoint)) {
            case Character.LOWERCASE_LETTER -> LOWER;
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
            case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> OTHER_LETTER;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> MARK;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            default -> SIGN;
        };
    }

    /// Unicode's White_Space, which no test of Java's own matches.
    private static boolean isWhiteSpace(int codePoint) {
        return codePoint >= '\t' && codePoint <= '\r' || codePoint == 0x85 || Character.isSpaceChar(codePoint);
    }
}
