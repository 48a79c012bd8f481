package dev.cachewright.format.divergence;

import dev.cachewright.divergence.Normalising;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;

/// A text in its normal form, with the place of each character in the text as it was.
final class NormalText {

    private static final String NO_BREAK = "\u00A0\u2007\u202F";
    private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B\u2032";
    private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u2033";
    /// Byte order marks and spaces without width.
    private static final String NOTHING = "\uFEFF\u200B\u2060";

    private final StringBuilder text;
    private int[] starts;

    private NormalText(int length) {
        this.text = new StringBuilder(length);
        this.starts = new int[length + 1];
    }

    static NormalText of(String text, Set<Normalising> forms) {
        NormalText normal = plain(text);
        if (forms.contains(Normalising.WHITE_SPACE)) {
            normal = normal.withoutTrailingBlanks();
        }
        return forms.contains(Normalising.UNICODE) ? normal.composed() : normal;
    }

    private static NormalText plain(String text) {
        var plain = new NormalText(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.add(text.charAt(i), i);
        }
        return plain.end(text.length());
    }

    String text() {
        return text.toString();
    }

    /// Where the normal character with this number begins in the text as it was.
    int startOf(int index) {
        return starts[index];
    }

    int commonPrefix(NormalText other) {
        int most = Math.min(text.length(), other.text.length());
        int at = 0;
        while (at < most && text.charAt(at) == other.text.charAt(at)) {
            at++;
        }
        return at;
    }

    private void add(char c, int start) {
        if (text.length() + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2 + 2);
        }
        starts[text.length()] = start;
        text.append(c);
    }

    private NormalText end(int length) {
        starts[text.length()] = length;
        return this;
    }

    /// With `\n` for each line end and no blanks before one; nothing is left of white space at the end.
    private NormalText withoutTrailingBlanks() {
        var normal = new NormalText(text.length());
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                normal.cut(kept);
                normal.add('\n', starts[i]);
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                kept = normal.text.length();
            } else {
                normal.add(c, starts[i]);
                kept = c == ' ' || c == '\t' ? kept : normal.text.length();
            }
        }
        normal.cut(kept);
        while (!normal.text.isEmpty() && normal.text.charAt(normal.text.length() - 1) == '\n') {
            normal.cut(normal.text.length() - 1);
        }
        return normal.end(starts[text.length()]);
    }

    private void cut(int length) {
        text.setLength(length);
    }

    /// In NFC, with the plain character for each that looks like it.
    private NormalText composed() {
        var normal = new NormalText(text.length());
        int at = 0;
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            while (next < text.length() && joins(text.codePointAt(next))) {
                next += Character.charCount(text.codePointAt(next));
            }
            boolean isAscii = next == at + 1 && text.charAt(at) < 0x80;
            String piece = text.substring(at, next);
            normal.addPlain(isAscii ? piece : Normalizer.normalize(piece, Normalizer.Form.NFC), starts[at]);
            at = next;
        }
        return normal.end(starts[text.length()]);
    }

    private void addPlain(String piece, int start) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (NOTHING.indexOf(c) < 0) {
                add(NO_BREAK.indexOf(c) >= 0 ? ' '
                        : SINGLE_QUOTES.indexOf(c) >= 0 ? '\''
                                : DOUBLE_QUOTES.indexOf(c) >= 0 ? '"' : c,
                        start);
            }
        }
    }

    /// Whether a character may become one with what stands before it.
    private static boolean joins(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        boolean isMark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
        boolean isPartOfHangul = codePoint >= 0x1160 && codePoint <= 0x11FF;
        return isMark || isPartOfHangul;
    }
}
