package dev.cachewright.token;

/// Merges a long piece by a heap of its possible merges: the work grows with the length and its logarithm only, where
/// looking at all pairs for each merge would take seconds for a hundred thousand letters.
final class LongPiece {

    private final Ranks ranks;
    private final byte[] bytes;
    private final int length;
    /// Where the part behind the one that begins here begins, and the one before it.
    private final int[] next;
    private final int[] previous;
    /// The rank of a part with the one behind it; what the heap says otherwise is out of date.
    private final int[] rank;
    private final MergeHeap merges;

    private LongPiece(Ranks ranks, byte[] bytes, int length) {
        this.ranks = ranks;
        this.bytes = bytes;
        this.length = length;
        this.next = new int[length + 1];
        this.previous = new int[length + 1];
        this.rank = new int[length + 1];
        this.merges = new MergeHeap(length);
    }

    static void encode(Ranks ranks, byte[] bytes, int length, TokenSink tokens) {
        var piece = new LongPiece(ranks, bytes, length);
        piece.merge();
        for (int at = 0; at < length; at = piece.next[at]) {
            tokens.add(ranks.idOf(bytes, at, piece.next[at]));
        }
    }

    private void merge() {
        for (int i = 0; i <= length; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
        }
        for (int i = 0; i < length; i++) {
            offer(i);
        }
        while (!merges.isEmpty()) {
            long lowest = merges.take();
            int at = (int) lowest;
            if (rank[at] == (int) (lowest >>> Integer.SIZE)) {
                mergeAt(at);
            }
        }
    }

    private void mergeAt(int at) {
        int gone = next[at];
        rank[gone] = Ranks.NONE;
        next[at] = next[gone];
        previous[next[at]] = at;
        offer(at);
        if (at > 0) {
            offer(previous[at]);
        }
    }

    private void offer(int at) {
        int behind = next[at];
        rank[at] = behind >= length ? Ranks.NONE : ranks.idOf(bytes, at, next[behind]);
        if (rank[at] != Ranks.NONE) {
            merges.add((long) rank[at] << Integer.SIZE | at);
        }
    }
}
