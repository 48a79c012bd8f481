package dev.cachewright.traffic.piece;

import dev.cachewright.token.encoding.Tokenizer;

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

    private static final int LONG_TEXT = 1_000;
    /// So many long texts are at hand for each thread.
    private static final int TEXTS = 1 << 10;

    private final ThreadLocal<Known[]> latest = ThreadLocal.withInitial(() -> new Known[TEXTS]);
    private final PieceTable table;
    private final Tokenizer tokenizer;

    public PieceCutter(PieceTable table, Tokenizer tokenizer) {
        this.table = table;
        this.tokenizer = tokenizer;
    }

    /// Adds the pieces of `text[from, to)`. A long text that was cut before, as instructions are in each call, is not cut
    /// again.
    public void cut(char[] text, int from, int to, PieceTokens.Builder pieces) {
        if (to - from < LONG_TEXT) {
            cutLines(text, from, to, pieces);
            return;
        }
        long key = hash(text, from, to);
        Known[] slots = latest.get();
        int slot = (int) (key >>> 40) & TEXTS - 1;
        Known known = slots[slot];
        if (known != null && known.key() == key) {
            pieces.addAll(known.entries());
            return;
        }
        int first = pieces.size();
        cutLines(text, from, to, pieces);
        slots[slot] = new Known(key, pieces.from(first));
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

    /// A text that was cut.
    ///
    /// @param key the hash of all of it
    private record Known(long key, long[] entries) {
    }

    /// Adds text as one piece, whatever it looks like: the frame of a message, a picture.
    ///
    /// @param tokens that it takes
    public void addWhole(String text, int tokens, PieceTokens.Builder pieces) {
        char[] chars = text.toCharArray();
        pieces.add(table.entry(hash(chars, 0, chars.length) + tokens, () -> Math.max(1, tokens)));
    }

    private void add(char[] text, int from, int to, PieceTokens.Builder pieces) {
        if (from < to) {
            pieces.add(table.entry(hash(text, from, to),
                    () -> Math.max(1, tokenizer.count(text, from, to))));
        }
    }

    private static long hash(char[] text, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + 3 < to; i += 4) {
            long four = text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48;
            hash = (hash ^ four) * MIX;
            hash ^= hash >>> 29;
        }
        for (; i < to; i++) {
            hash = (hash ^ text[i]) * MIX;
            hash ^= hash >>> 29;
        }
        return hash * MIX ^ hash >>> 32;
    }
}
