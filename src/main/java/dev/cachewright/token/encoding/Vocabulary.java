package dev.cachewright.token.encoding;

import java.util.function.IntConsumer;

/// The tokens of an encoding by their first two bytes.
final class Vocabulary {

    private static final int PAIRS = 1 << 2 * Byte.SIZE;

    private final Ranks ranks;
    /// Where the tokens with these first two bytes begin among `ids`.
    private final int[] starts = new int[PAIRS + 1];
    private final int[] ids;

    Vocabulary(Ranks ranks) {
        this.ranks = ranks;
        this.ids = new int[ranks.size()];
        for (int id = 0; id < ranks.size(); id++) {
            if (ranks.length(id) > 1) {
                starts[pair(id) + 1]++;
            }
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            starts[pair + 1] += starts[pair];
        }
        int[] next = starts.clone();
        for (int id = 0; id < ranks.size(); id++) {
            if (ranks.length(id) > 1) {
                ids[next[pair(id)]++] = id;
            }
        }
    }

    private int pair(int id) {
        return ranks.byteAt(id, 0) << Byte.SIZE | ranks.byteAt(id, 1);
    }

    /// The tokens that begin with `text[from, to)` and are longer.
    void longer(byte[] text, int from, int to, IntConsumer sink) {
        int first = (text[from] & 0xFF) << Byte.SIZE;
        int low = to - from > 1 ? first | text[from + 1] & 0xFF : first;
        int high = to - from > 1 ? low + 1 : first + (1 << Byte.SIZE);
        for (int i = starts[low]; i < starts[high]; i++) {
            if (ranks.length(ids[i]) > to - from && ranks.beginsWith(ids[i], text, from, to)) {
                sink.accept(ids[i]);
            }
        }
    }
}
