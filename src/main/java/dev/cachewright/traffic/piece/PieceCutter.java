package dev.cachewright.traffic.piece;

import dev.cachewright.token.encoding.Tokenizer;
import java.util.function.Supplier;

/// Cuts text into pieces: lines, and long lines at places that their own text decides, so that two texts that differ in
/// one place have the same pieces before and after it.
public final class PieceCutter {

    private static final long MIX = 0x9E3779B97F4A7C15L;
    /// A line up to this length is one piece.
    private static final int LONG = 240;
    /// Of a longer one, a piece has this length at least.
    private static final int LEAST = 80;
    private static final int MOST = 1_000;
    /// One blank of so many ends a piece of a long line.
    private static final int ONE_OF = 7;

    /// So many long texts are at hand for each thread, of so many pieces at most.
    private static final int TEXTS = 1 << 9;
    private static final int MOST_PIECES = 1 << 12;
    private static final int BEGINNING = 200;

    private final ThreadLocal<CutText[]> latest = ThreadLocal.withInitial(() -> new CutText[TEXTS]);
    private final PieceTable table;
    private final Tokenizer tokenizer;

    public PieceCutter(PieceTable table, Tokenizer tokenizer) {
        this.table = table;
        this.tokenizer = tokenizer;
    }

    /// The pieces of a text, which is asked for only where it was not cut lately, as instructions are in each call.
    ///
    /// @param key tells the text from all others, 64 bits
    public CutText cut(long key, Supplier<char[]> text) {
        CutText[] slots = latest.get();
        int slot = (int) (key >>> 40) & TEXTS - 1;
        CutText known = slots[slot];
        if (known != null && known.key() == key) {
            return known;
        }
        CutText cut = cut(key, text.get());
        if (cut.entries().length <= MOST_PIECES) {
            slots[slot] = cut;
        }
        return cut;
    }

    /// The pieces of a text that is hardly in two calls.
    public CutText cut(char[] text) {
        return cut(0, text);
    }

    private CutText cut(long key, char[] text) {
        var pieces = new PieceTokens.Builder();
        cutLines(text, 0, text.length, pieces);
        return new CutText(key, pieces.entries(), new String(text, 0, Math.min(text.length, BEGINNING)));
    }

    private void cutLines(char[] text, int from, int to, PieceTokens.Builder pieces) {
        int start = from;
        while (start < to) {
            int feed = start;
            while (feed < to && text[feed] != '\n') {
                feed++;
            }
            // Line ends belong to the line before them, as they do in tokens.
            while (feed < to && text[feed] == '\n') {
                feed++;
            }
            cutLine(text, start, feed, pieces);
            start = feed;
        }
    }

    private void cutLine(char[] text, int from, int to, PieceTokens.Builder pieces) {
        if (to - from <= LONG) {
            add(text, from, to, pieces);
            return;
        }
        int start = from;
        long last = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            boolean isBreak = c == ' ' || c == ',' || c == '}';
            // The word before a break decides whether a piece ends there.
            boolean ends = isBreak && i - start >= LEAST && Long.remainderUnsigned(last * MIX >>> 8, ONE_OF) == 0;
            if (ends || i - start >= MOST) {
                add(text, start, i, pieces);
                start = i;
            }
            last = isBreak ? 0 : last * 31 + c;
        }
        add(text, start, to, pieces);
    }

    /// Adds text as one piece, whatever it looks like: the frame of a message, a picture.
    ///
    /// @param key tells the text from all others, 64 bits
    /// @param tokens that it takes
    public void addWhole(long key, int tokens, PieceTokens.Builder pieces) {
        pieces.add(table.put(key + tokens * MIX, Math.max(1, tokens)));
    }

    private void add(char[] text, int from, int to, PieceTokens.Builder pieces) {
        if (from < to) {
            long hash = PieceHash.of(text, from, to);
            long known = table.entry(hash);
            pieces.add(known != 0 ? known : table.put(hash, Math.max(1, tokenizer.count(text, from, to))));
        }
    }
}
