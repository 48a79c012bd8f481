package dev.cachewright.token;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.encoding.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How many tokens of a text are the same whatever follows it: as a rule all but the last one.
///
/// What follows can join the last token, or form a longer one that begins before it. The former is tried with one text
/// of each class of characters that the encodings tell apart, the latter with each token of the vocabulary that begins
/// as the text ends. A test checks the result against all continuations in the vocabulary.
final class StablePrefix {

    private static final List<String> REPRESENTATIVES = List.of("a", "Z", "é", "É", "ǅ", "ʰ", "中", "ー", "\u0301", "1",
            "12", "123", "٣", "'", "'s", "'S", "'re", "'ll", "s", "t", "d", "m", "re", "ve", "ll", "e", "l", "E", "L",
            "!", ".", "-", "\"", "(", "/", "//", "\n", "\r", "\n\n", "\n/", "\n ", " ", "  ", " \n", "\t", "\u00a0",
            "\u0085", "\u3000", " a", " A", " 1", " !", " /", "aB", "Ab", "\ud83d\ude42", "\u0000", "\ue000", "\ufffd");
    /// The longest token of both encodings has 128 bytes.
    private static final int REACH = 127;

    private final CountedText text;
    private final Tokenizer tokenizer;
    private int stable;

    private StablePrefix(CountedText text, Tokenizer tokenizer) {
        this.text = text;
        this.tokenizer = tokenizer;
        this.stable = text.tokens();
    }

    static int of(CountedText text, Tokenizer tokenizer) {
        return new StablePrefix(text, tokenizer).find();
    }

    private int find() {
        REPRESENTATIVES.forEach(this::follow);
        byte[] tail = tail();
        int units = text.text().length();
        for (int from = tail.length - 1; from >= 0 && stable > 0; from--) {
            boolean isInside = (tail[from] & 0xC0) == 0x80;
            units -= isInside ? 0 : tail[from] < 0 && (tail[from] & 0xF0) == 0xF0 ? 2 : 1;
            // Where a token begins here, what comes before it is encoded on its own.
            if (isInside || sharedWithStart(units) < stable) {
                tryLonger(tail, from);
            }
        }
        return stable;
    }

    private int sharedWithStart(int units) {
        return text.commonPrefix(text.replace(units, text.text().length() - units, ""));
    }

    private void tryLonger(byte[] tail, int from) {
        var longer = new ArrayList<Integer>();
        tokenizer.longer(tail, from, tail.length, longer::add);
        longer.forEach(id -> follow(textAfter(tokenizer.bytes(id), tail.length - from)));
    }

    private void follow(String continuation) {
        stable = Math.min(stable, text.commonPrefix(text.replace(text.text().length(), 0, continuation)));
    }

    /// The last bytes of the text, as far as a token can reach back.
    private byte[] tail() {
        Text whole = text.text();
        String end = whole.substring(Math.max(0, whole.length() - REACH), whole.length());
        char[] units = end.toCharArray();
        byte[] bytes = new byte[units.length * Utf8.LONGEST_UNIT];
        int length = Utf8.encode(units, 0, units.length, bytes);
        byte[] tail = new byte[Math.min(REACH, length)];
        System.arraycopy(bytes, length - tail.length, tail, 0, tail.length);
        return tail;
    }

    /// The text of a token after its first bytes; a character that is cut off at its end is filled up.
    private static String textAfter(byte[] token, int from) {
        int end = token.length;
        int lead = end - 1;
        while (lead >= from && (token[lead] & 0xC0) == 0x80) {
            lead--;
        }
        int wanted = lead < from ? 0 : lengthOf(token[lead]);
        int missing = lead < from ? 0 : Math.max(0, wanted - (end - lead));
        byte[] bytes = new byte[end - from + missing];
        System.arraycopy(token, from, bytes, 0, end - from);
        for (int i = end - from; i < bytes.length; i++) {
            // After E0 and F0 only the upper half is a character.
            bytes[i] = (byte) (i == lead - from + 1 ? 0xA0 : 0x80);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int lengthOf(byte lead) {
        int unit = lead & 0xFF;
        return unit >= 0xF0 ? 4 : unit >= 0xE0 ? 3 : unit >= 0xC0 ? 2 : 1;
    }
}
