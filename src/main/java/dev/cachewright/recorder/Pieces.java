package dev.cachewright.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// What came of a body, piece by piece, with the time of each.
final class Pieces {

    /// What a piece takes beside its bytes.
    private static final int FRAME = 64;

    private final Budget budget;
    private final List<Piece> pieces = new ArrayList<>();
    private long taken;
    private boolean isDropped;

    Pieces(Budget budget) {
        this.budget = budget;
    }

    private record Piece(long nanos, byte[] bytes) {
    }

    /// Copies a piece.
    ///
    /// @return whether there was room for it and those before
    boolean add(byte[] bytes, int from, int to, long nanos) {
        int size = to - from + FRAME;
        if (isDropped || !budget.take(size)) {
            drop();
            return false;
        }
        taken += size;
        pieces.add(new Piece(nanos, Arrays.copyOfRange(bytes, from, to)));
        return true;
    }

    /// Lets go of all of it.
    void drop() {
        isDropped = true;
        pieces.clear();
        budget.give(taken);
        taken = 0;
    }

    /// All of it, in reads that never go beyond a piece.
    ///
    /// @param clock is given the time of each piece that is begun
    /// @param isCut whether it fails at its end, as the connection did
    InputStream stream(LongConsumer clock, boolean isCut) {
        return new PieceStream(List.copyOf(pieces), clock, isCut);
    }

    private static final class PieceStream extends InputStream {

        private final List<Piece> pieces;
        private final LongConsumer clock;
        private final boolean isCut;
        private int next;
        private byte[] bytes = {};
        private int at;

        PieceStream(List<Piece> pieces, LongConsumer clock, boolean isCut) {
            this.pieces = pieces;
            this.clock = clock;
            this.isCut = isCut;
        }

        @Override
        public int read() throws IOException {
            return begin() ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!begin()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }

        /// @return whether there is another byte
        private boolean begin() throws IOException {
            while (at == bytes.length && next < pieces.size()) {
                clock.accept(pieces.get(next).nanos());
                bytes = pieces.get(next).bytes();
                next++;
                at = 0;
            }
            if (at == bytes.length && isCut) {
                throw new IOException("cut");
            }
            return at < bytes.length;
        }
    }
}
