package dev.cachewright.analysis;

import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.prompt.text.TextDifference;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/// How much of a request is written in other than Latin letters.
///
/// Letters are weighed by the tokens they make: about four Latin ones a token, and one token for each of the others,
/// which is high for Cyrillic and right for Chinese. The weights are assumptions; they err towards a wider band.
///
/// Of requests that follow each other, only that is looked at in which each differs from the one before. Safe for
/// several threads, which then look at more.
final class Scripts {

    private static final int LATIN_LETTERS_A_TOKEN = 4;
    /// A line break costs Claude up to a token more: recorded lists of short lines make 1.2 for 1.06.
    private static final double LINE_BREAK = 0.4;
    private static final int LAST_LATIN_BLOCK = 0x24F;

    /// The segments of the request before.
    private volatile List<Counted> before = List.of();

    /// The share of other letters, from 0 to 1.
    double shareOfOthers(Request request) {
        List<Counted> known = before;
        var counted = new ArrayList<Counted>();
        Letters sum = Letters.NONE;
        for (Message message : request.messages()) {
            for (Segment segment : message.segments()) {
                Counted last = counted.size() < known.size() ? known.get(counted.size()) : Counted.NOTHING;
                counted.add(last.next(segment.content()));
                sum = sum.plus(counted.getLast().letters(), 1);
            }
        }
        before = List.copyOf(counted);
        return sum.shareOfOthers();
    }

    private static boolean isLatin(int letter) {
        return Character.isLetter(letter)
                && (letter <= LAST_LATIN_BLOCK || UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }

    /// How many letters there are of each kind.
    private record Letters(long latin, long others, long lineBreaks) {

        static final Letters NONE = new Letters(0, 0, 0);

        static Letters of(String text) {
            long latin = 0;
            long others = 0;
            long lineBreaks = 0;
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int letter = text.codePointAt(i);
                if (isLatin(letter)) {
                    latin++;
                } else if (letter == '\n') {
                    lineBreaks++;
                } else if (letter > LAST_LATIN_BLOCK && Character.isLetter(letter)) {
                    others++;
                }
            }
            return new Letters(latin, others, lineBreaks);
        }

        Letters plus(Letters more, int times) {
            return new Letters(latin + times * more.latin, others + times * more.others,
                    lineBreaks + times * more.lineBreaks);
        }

        double shareOfOthers() {
            double own = others + LINE_BREAK * lineBreaks;
            double all = own + (double) latin / LATIN_LETTERS_A_TOKEN;
            return all == 0 ? 0 : own / all;
        }
    }

    private record Counted(Text text, Letters letters) {

        static final Counted NOTHING = new Counted(Text.empty(), Letters.NONE);

        Counted next(Text next) {
            if (next == text) {
                return this;
            }
            TextDifference part = text.difference(next);
            Letters gone = Letters.of(text.substring(part.start(), part.end()));
            Letters come = Letters.of(next.substring(part.start(), part.otherEnd()));
            return new Counted(next, letters.plus(gone, -1).plus(come, 1));
        }
    }
}
