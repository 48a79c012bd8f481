package dev.cachewright.token.encoding;

/// Encodes pieces: of all neighbours that make a token together, those with the lowest rank are merged first.
///
/// Long pieces keep their possible merges in a heap, so that the work grows with the length and its logarithm only: a
/// hundred thousand letters without a space would take seconds otherwise. It has buffers, so that one object serves one
/// caller at a time.
final class BytePairs {

    /// Up to this many bytes, looking at all merges is faster than keeping a heap.
    private static final int SHORT = 20;

    private final Ranks ranks;
    private final MergeHeap heap = new MergeHeap();
    // All are indexed by the byte at which a part begins.
    private int[] next = {};
    private int[] previous = {};
    private int[] ids = {};
    /// The token that a part makes with the one after it; none where no part begins.
    private int[] merged = {};

    BytePairs(Ranks ranks) {
        this.ranks = ranks;
    }

    /// Hands the tokens of the piece `bytes[0, length)` to `tokens`.
    void encode(byte[] bytes, int length, TokenSink tokens) {
        int whole = ranks.idOf(bytes, 0, length);
        if (whole != Ranks.NONE) {
            tokens.add(whole);
            return;
        }
        mergeAll(bytes, length);
        for (int at = 0; at < length; at = next[at]) {
            tokens.add(ids[at]);
        }
    }

    /// The tokens that the merges alone make of `bytes[from, to)`, as of a part of a longer piece.
    TokenList merged(byte[] bytes, int from, int to) {
        int length = to - from;
        byte[] part = new byte[length + Ranks.PADDING];
        System.arraycopy(bytes, from, part, 0, length);
        mergeAll(part, length);
        var tokens = new TokenList.Builder(length);
        for (int at = 0; at < length; at = next[at]) {
            tokens.add(ids[at]);
        }
        return tokens.build();
    }

    private void mergeAll(byte[] bytes, int length) {
        begin(bytes, length);
        if (length <= SHORT) {
            for (int lowest = lowest(length); lowest >= 0; lowest = lowest(length)) {
                merge(bytes, length, lowest);
            }
        } else {
            mergeByHeap(bytes, length);
        }
    }

    private void begin(byte[] bytes, int length) {
        if (next.length <= length) {
            int room = Math.max(64, length * 2);
            next = new int[room];
            previous = new int[room];
            ids = new int[room];
            merged = new int[room];
        }
        for (int i = 0; i < length; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
            ids[i] = ranks.idOf(bytes[i]);
            merged[i] = i + 1 < length ? ranks.idOf(bytes, i, i + 2) : Ranks.NONE;
        }
    }

    private void mergeByHeap(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            offer(i);
        }
        while (!heap.isEmpty()) {
            long lowest = heap.take();
            int at = (int) lowest;
            // What was offered before a neighbour changed is out of date.
            if (merged[at] == (int) (lowest >>> Integer.SIZE)) {
                merge(bytes, length, at);
                offer(at);
                if (at > 0) {
                    offer(previous[at]);
                }
            }
        }
    }

    private void offer(int at) {
        if (merged[at] != Ranks.NONE) {
            heap.add((long) merged[at] << Integer.SIZE | at);
        }
    }

    /// Joins the part at `at` and the one after it.
    private void merge(byte[] bytes, int length, int at) {
        int gone = next[at];
        int after = next[gone];
        ids[at] = merged[at];
        merged[gone] = Ranks.NONE;
        next[at] = after;
        previous[after] = at;
        merged[at] = after < length ? ranks.idOf(bytes, at, next[after]) : Ranks.NONE;
        if (at > 0) {
            merged[previous[at]] = ranks.idOf(bytes, previous[at], after);
        }
    }

    /// The first part with the lowest merge, or -1.
    private int lowest(int length) {
        int at = -1;
        int rank = Ranks.NONE;
        for (int i = 0; i < length; i++) {
            if (merged[i] < rank) {
                rank = merged[i];
                at = i;
            }
        }
        return at;
    }
}
