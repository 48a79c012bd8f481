package dev.cachewright.traffic.piece;

import dev.cachewright.token.request.TokenSequence;
import java.util.Arrays;

/// The input of a request as numbered pieces of text, in the order in which its server reads it: some twenty times fewer
/// than its tokens, and enough to see where two requests part, to a line.
public final class PieceTokens implements TokenSequence {

    private static final int MIX = 0x9E3779B1;

    private final int[] ids;
    /// Tokens up to the end of each piece, from the beginning of the request on.
    private final int[] ends;

    private PieceTokens(int[] ids, int[] ends) {
        this.ids = ids;
        this.ends = ends;
    }

    /// How many pieces there are.
    public int pieces() {
        return ids.length;
    }

    public int id(int piece) {
        return ids[piece];
    }

    /// The tokens before a piece, or before the end.
    public int start(int piece) {
        return piece == 0 ? 0 : ends[piece - 1];
    }

    public int tokens(int piece) {
        return ends[piece] - start(piece);
    }

    /// How many pieces two requests share from their beginning on.
    public int commonPieces(PieceTokens other) {
        int mismatch = Arrays.mismatch(ids, other.ids);
        return mismatch < 0 ? ids.length : mismatch;
    }

    /// How many pieces two requests share at their ends, besides those that they begin with.
    ///
    /// @param before pieces that they begin with
    public int commonAtEnd(PieceTokens other, int before) {
        int most = Math.min(ids.length, other.ids.length) - before;
        int common = 0;
        while (common < most && ids[ids.length - 1 - common] == other.ids[other.ids.length - 1 - common]) {
            common++;
        }
        return common;
    }

    @Override
    public int total() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    @Override
    public int idAt(int position) {
        int piece = pieceAt(position);
        int end = ends[piece];
        // The last tokens of a piece are told by how many follow, which is the same in each request that has it.
        return ids[piece] * MIX + end - position;
    }

    /// Each piece has a token at least.
    private int pieceAt(int position) {
        int found = Arrays.binarySearch(ends, position + 1);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public int commonPrefix(TokenSequence other, int known) {
        if (!(other instanceof PieceTokens pieces)) {
            return TokenSequence.compare(this, other, known);
        }
        int mine = known == 0 ? 0 : pieceAt(Math.max(0, known - 1));
        int theirs = known == 0 ? 0 : pieces.pieceAt(Math.max(0, known - 1));
        int shared = known;
        while (mine < ids.length && theirs < pieces.ids.length && ids[mine] == pieces.ids[theirs]) {
            shared = Math.max(shared, ends[mine]);
            mine++;
            theirs++;
        }
        return shared;
    }

    @Override
    public PieceTokens from(int from) {
        // The piece of the token before is kept: it tells where two requests go on alike.
        int piece = from == 0 ? 0 : Math.min(ids.length, pieceAt(from - 1));
        return piece == 0
                ? this
                : new PieceTokens(Arrays.copyOfRange(ids, piece, ids.length),
                        Arrays.copyOfRange(ends, piece, ends.length));
    }

    /// Puts pieces together.
    public static final class Builder {

        private int[] ids = new int[64];
        private int[] ends = new int[64];
        private int count;

        /// @param entry of a [PieceTable]
        public void add(long entry) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            ids[count] = PieceTable.idOf(entry);
            ends[count] = (count == 0 ? 0 : ends[count - 1]) + PieceTable.tokensOf(entry);
            count++;
        }

        public void addAll(CutText text) {
            for (long entry : text.entries()) {
                add(entry);
            }
        }

        long[] entries() {
            long[] entries = new long[count];
            for (int i = 0; i < count; i++) {
                entries[i] = PieceTable.entryOf(ids[i], ends[i] - (i == 0 ? 0 : ends[i - 1]));
            }
            return entries;
        }

        /// How many pieces there are.
        public int size() {
            return count;
        }

        public PieceTokens build() {
            return new PieceTokens(Arrays.copyOf(ids, count), Arrays.copyOf(ends, count));
        }
    }
}
