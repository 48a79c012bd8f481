package dev.cachewright.token;

/// Offsets between UTF-8 bytes and UTF-16 units.
final class Utf8 {

    private Utf8() {
    }

    /// The offset in `text` of the character that holds the byte at `byteOffset`.
    static int charOffset(String text, int byteOffset) {
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += length(codePoint);
            if (bytes > byteOffset) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        // A lone surrogate counts as U+FFFD, which has three bytes.
        return codePoint < 0x10000 ? 3 : 4;
    }
}
