package dev.cachewright.token;

/// Encodes pieces: of all neighbours that make a token together, those with the lowest rank are merged first.
///
/// Holds buffers, so that one object serves one caller at a time.
final class BytePairs {

    /// Beyond so many bytes a heap finds the next merge; below, looking at all is faster.
    private static final int SHORT = 96;

    private final Ranks ranks;
    private int[] starts = new int[SHORT + 2];
    private int[] merged = new int[SHORT + 2];

    BytePairs(Ranks ranks) {
        this.ranks = ranks;
    }

    /// Hands the tokens of the piece `bytes[0, length)` to `tokens`.
    void encode(byte[] bytes, int length, TokenSink tokens) {
        int whole = ranks.idOf(bytes, 0, length);
        if (whole != Ranks.NONE) {
            tokens.add(whole);
        } else if (length <= SHORT) {
            merge(bytes, length, tokens);
        } else {
            LongPiece.encode(ranks, bytes, length, tokens);
        }
    }

    private void merge(byte[] bytes, int length, TokenSink tokens) {
        int parts = length;
        for (int i = 0; i <= length; i++) {
            starts[i] = i;
            merged[i] = i + 2 <= length ? ranks.idOf(bytes, i, i + 2) : Ranks.NONE;
        }
        while (true) {
            int best = lowest(parts - 1);
            if (best < 0) {
                break;
            }
            System.arraycopy(starts, best + 2, starts, best + 1, parts - best - 1);
            System.arraycopy(merged, best + 2, merged, best + 1, parts - best - 1);
            parts--;
            merged[best] = rank(bytes, best, parts);
            if (best > 0) {
                merged[best - 1] = rank(bytes, best - 1, parts);
            }
        }
        for (int i = 0; i < parts; i++) {
            tokens.add(ranks.idOf(bytes, starts[i], starts[i + 1]));
        }
    }

    private int lowest(int pairs) {
        int best = -1;
        int rank = Ranks.NONE;
        for (int i = 0; i < pairs; i++) {
            if (merged[i] < rank) {
                rank = merged[i];
                best = i;
            }
        }
        return best;
    }

    /// The rank of the token that the part and the one behind it make.
    private int rank(byte[] bytes, int part, int parts) {
        return part + 2 > parts ? Ranks.NONE : ranks.idOf(bytes, starts[part], starts[part + 2]);
    }
}
