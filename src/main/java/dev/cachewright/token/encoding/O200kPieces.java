package dev.cachewright.token.encoding;

import static dev.cachewright.token.encoding.CharClass.LOWER;
import static dev.cachewright.token.encoding.CharClass.MARK;
import static dev.cachewright.token.encoding.CharClass.OTHER_LETTER;
import static dev.cachewright.token.encoding.CharClass.UPPER;

/// The pieces of o200k_base: words end where a capital follows a small letter, and keep their contraction.
final class O200kPieces extends PieceRules {

    /// Letters without case and marks go on with small letters as well as with capitals.
    private static final int CASELESS = OTHER_LETTER | MARK;
    private static final int CAPITALS = UPPER | CASELESS;
    private static final int SMALL = LOWER | CASELESS;

    @Override
    int end(char[] text, int from, int to) {
        int word = afterLead(text, from, to);
        int end = mixedEnd(text, word, to);
        if (end < 0 && word > from) {
            end = mixedEnd(text, from, to);
        }
        if (end < 0) {
            int capitals = run(text, word, to, CAPITALS);
            end = capitals > word ? capitals : -1;
        }
        return end < 0 ? otherEnd(text, from, to, true) : contractionEnd(text, end, to);
    }

    /// The end of capitals followed by at least one small letter, or -1. A letter without case may take the place of
    /// the small one.
    private static int mixedEnd(char[] text, int from, int to) {
        int at = from;
        int caseless = -1;
        while (at < to) {
            int kind = CharClass.at(text, at, to);
            if ((kind & CAPITALS) == 0) {
                break;
            }
            at = CharClass.next(text, at, to);
            caseless = (kind & CASELESS) != 0 ? at : caseless;
        }
        boolean endsSmall = at < to && CharClass.at(text, at, to) == LOWER;
        return endsSmall ? run(text, at, to, SMALL) : caseless;
    }
}
