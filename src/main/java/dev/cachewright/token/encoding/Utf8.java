package dev.cachewright.token.encoding;

/// UTF-8 bytes of UTF-16 units.
public final class Utf8 {

    /// The most bytes that a UTF-16 unit can take; a pair has four.
    public static final int LONGEST_UNIT = 3;

    private static final int REPLACEMENT = 0xFFFD;

    private Utf8() {
    }

    /// Writes `text[from, to)` to the beginning of `bytes`, half characters as U+FFFD, and returns how many bytes that
    /// is.
    public static int encode(char[] text, int from, int to, byte[] bytes) {
        int end = 0;
        for (int at = from; at < to; at++) {
            int unit = text[at];
            if (unit < 0x80) {
                bytes[end++] = (byte) unit;
            } else if (unit < 0x800) {
                bytes[end++] = (byte) (0xC0 | unit >> 6);
                bytes[end++] = (byte) (0x80 | unit & 0x3F);
            } else if (Character.isHighSurrogate(text[at]) && at + 1 < to && Character.isLowSurrogate(text[at + 1])) {
                int codePoint = Character.toCodePoint(text[at], text[++at]);
                bytes[end++] = (byte) (0xF0 | codePoint >> 18);
                bytes[end++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
                bytes[end++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                bytes[end++] = (byte) (0x80 | codePoint & 0x3F);
            } else {
                int shown = Character.isSurrogate(text[at]) ? REPLACEMENT : unit;
                bytes[end++] = (byte) (0xE0 | shown >> 12);
                bytes[end++] = (byte) (0x80 | shown >> 6 & 0x3F);
                bytes[end++] = (byte) (0x80 | shown & 0x3F);
            }
        }
        return end;
    }

    /// How many bytes `text[from, to)` is, half characters as U+FFFD.
    public static int length(char[] text, int from, int to) {
        int bytes = 0;
        for (int at = from; at < to; at = CharClass.next(text, at, to)) {
            bytes += lengthAt(text, at, to);
        }
        return bytes;
    }

    /// The offset in `text` of the character that holds the byte at `byteOffset`.
    public static int charOffset(char[] text, int byteOffset) {
        int bytes = 0;
        int at = 0;
        while (at < text.length) {
            bytes += lengthAt(text, at, text.length);
            if (bytes > byteOffset) {
                return at;
            }
            at = CharClass.next(text, at, text.length);
        }
        return at;
    }

    private static int lengthAt(char[] text, int at, int to) {
        if (text[at] < 0x80) {
            return 1;
        }
        if (text[at] < 0x800) {
            return 2;
        }
        return CharClass.next(text, at, to) == at + 1 ? LONGEST_UNIT : LONGEST_UNIT + 1;
    }
}
