package dev.cachewright.ui.kit.text;

import java.util.ArrayList;
import java.util.List;

/// One paragraph of a text area: a stretch of text without line ends and what follows it in the text.
///
/// A text area shows long lines as several paragraphs, because one of 100,000 characters takes a second to lay out.
/// The break between them is `SOFT`: it is not part of the text.
public record Piece(String text, End end) {

    /// A line longer than this is broken …
    public static final int LONGEST = 2000;
    /// … into pieces of about this size, after a blank where there is one near.
    static final int USUAL = 1000;
    private static final int BLANK_WITHIN = 200;

    /// What is in the text between a paragraph and the next.
    enum End {
        SOFT(""), LF("\n"), CRLF("\r\n"), CR("\r");

        private final String text;

        End(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        int length() {
            return text.length();
        }
    }

    /// Splits at line ends and breaks long lines. The last piece ends with `last`; there is always one.
    static List<Piece> split(String text, End last) {
        List<Piece> pieces = new ArrayList<>();
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                breakLine(text, lineStart, i, pair ? End.CRLF : c == '\n' ? End.LF : End.CR, pieces);
                i += pair ? 1 : 0;
                lineStart = i + 1;
            }
        }
        breakLine(text, lineStart, text.length(), last, pieces);
        return pieces;
    }

    private static void breakLine(String text, int from, int to, End end, List<Piece> pieces) {
        int start = from;
        while (to - start > LONGEST) {
            int at = breakPoint(text, start + USUAL);
            pieces.add(new Piece(text.substring(start, at), End.SOFT));
            start = at;
        }
        pieces.add(new Piece(text.substring(start, to), end));
    }

    /// Where a long line may be broken: after a blank shortly before `wanted`, else there.
    static int breakPoint(String text, int wanted) {
        for (int at = wanted; at > wanted - BLANK_WITHIN; at--) {
            if (text.charAt(at - 1) == ' ') {
                return at;
            }
        }
        boolean isTorn = Character.isLowSurrogate(text.charAt(wanted))
                || text.charAt(wanted) == '\n' && text.charAt(wanted - 1) == '\r';
        return isTorn ? wanted - 1 : wanted;
    }
}
