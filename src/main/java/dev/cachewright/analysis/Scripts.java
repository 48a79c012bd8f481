package dev.cachewright.analysis;

import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import java.lang.Character.UnicodeScript;

/// How much of a request is written in other than Latin letters.
///
/// Letters are weighed by the tokens they make: about four Latin ones a token, and one token for each of the others,
/// which is high for Cyrillic and right for Chinese. The weights are assumptions; they err towards a wider band.
final class Scripts {

    private static final int LATIN_LETTERS_A_TOKEN = 4;
    /// A line break costs Claude up to a token more: recorded lists of short lines make 1.2 for 1.06.
    private static final double LINE_BREAK = 0.4;
    private static final int LAST_LATIN_BLOCK = 0x24F;

    private Scripts() {
    }

    /// The share of other letters, from 0 to 1.
    static double shareOfOthers(Request request) {
        long latin = 0;
        double others = 0;
        for (Message message : request.messages()) {
            String text = message.text();
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int letter = text.codePointAt(i);
                if (isLatin(letter)) {
                    latin++;
                } else if (letter == '\n') {
                    others += LINE_BREAK;
                } else if (letter > LAST_LATIN_BLOCK && Character.isLetter(letter)) {
                    others++;
                }
            }
        }
        double all = others + (double) latin / LATIN_LETTERS_A_TOKEN;
        return all == 0 ? 0 : others / all;
    }

    private static boolean isLatin(int letter) {
        return Character.isLetter(letter)
                && (letter <= LAST_LATIN_BLOCK || UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }
}
