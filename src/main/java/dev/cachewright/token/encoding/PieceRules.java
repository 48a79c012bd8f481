package dev.cachewright.token.encoding;

import static dev.cachewright.token.encoding.CharClass.LETTER;
import static dev.cachewright.token.encoding.CharClass.NEWLINE;
import static dev.cachewright.token.encoding.CharClass.NUMBER;
import static dev.cachewright.token.encoding.CharClass.SIGN;
import static dev.cachewright.token.encoding.CharClass.WHITE;

/// Cuts text into the pieces that are each encoded on their own, as the regular expression of an encoding does.
///
/// Source of the expressions: `tiktoken_ext/openai_public.py` of tiktoken 0.14.
abstract sealed class PieceRules permits O200kPieces, Cl100kPieces {

    private static final int DIGITS = 3;

    static PieceRules of(Encoding encoding) {
        return switch (encoding) {
            case O200K_BASE -> new O200kPieces();
            case CL100K_BASE -> new Cl100kPieces();
        };
    }

    /// The end of the piece that begins at `from`, which lies before `to`.
    abstract int end(char[] text, int from, int to);

    /// Numbers, signs and white space, which both encodings cut alike but for the slash.
    ///
    /// @param takesSlash whether slashes may follow signs, as line breaks may
    static int otherEnd(char[] text, int from, int to, boolean takesSlash) {
        int first = CharClass.at(text, from, to);
        if (first == NUMBER) {
            return numberEnd(text, from, to);
        }
        int signs = text[from] == ' ' ? from + 1 : from;
        int end = run(text, signs, to, SIGN | CharClass.MARK);
        if (end > signs) {
            while (end < to && (isNewline(text[end]) || takesSlash && text[end] == '/')) {
                end++;
            }
            return end;
        }
        return whiteEnd(text, from, to);
    }

    private static int numberEnd(char[] text, int from, int to) {
        int end = from;
        for (int i = 0; i < DIGITS && end < to && CharClass.at(text, end, to) == NUMBER; i++) {
            end = CharClass.next(text, end, to);
        }
        return end;
    }

    /// White space goes up to its last line break, else leaves its last character to the word after it.
    private static int whiteEnd(char[] text, int from, int to) {
        int end = run(text, from, to, WHITE);
        for (int at = end; at > from; at--) {
            if (isNewline(text[at - 1])) {
                return at;
            }
        }
        return end == to || end - from == 1 ? end : end - 1;
    }

    /// The end of the run of characters of these classes that begins at `from`.
    static int run(char[] text, int from, int to, int classes) {
        int at = from;
        while (at < to && (CharClass.at(text, at, to) & classes) != 0) {
            at = CharClass.next(text, at, to);
        }
        return at;
    }

    /// Where the word after a leading sign or space begins: one character that is not a line break, letter or number
    /// may come before it.
    static int afterLead(char[] text, int from, int to) {
        return (CharClass.at(text, from, to) & (NEWLINE | LETTER | NUMBER)) == 0
                ? CharClass.next(text, from, to)
                : from;
    }

    /// The end of an English contraction at `at`, or `at` where there is none. The long s folds to s.
    static int contractionEnd(char[] text, int at, int to) {
        if (at + 1 >= to || text[at] != '\'') {
            return at;
        }
        char first = folded(text[at + 1]);
        if (first == 's' || first == 'd' || first == 'm' || first == 't') {
            return at + 2;
        }
        if (at + 2 >= to) {
            return at;
        }
        char second = folded(text[at + 2]);
        boolean isPair = first == 'l' && second == 'l' || second == 'e' && (first == 'v' || first == 'r');
        return isPair ? at + 3 : at;
    }

    private static char folded(char letter) {
        if (letter == '\u017F') {
            return 's';
        }
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }
}
