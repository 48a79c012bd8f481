package dev.cachewright.traffic.piece;

import java.util.Arrays;

/// How many tokens of one request are also in others, wherever they stand there: what a layout could have put first.
/// For one thread.
public final class Overlap {

    private int[] ids = new int[1 << 10];
    private int[] counts = new int[1 << 10];
    private int[] left = new int[1 << 10];
    private PieceTokens tokens;

    /// Counts the pieces of the request that others are compared with.
    public void of(PieceTokens request) {
        tokens = request;
        int size = Integer.highestOneBit(Math.max(256, request.pieces())) * 4;
        if (ids.length < size) {
            ids = new int[size];
            counts = new int[size];
            left = new int[size];
        } else {
            Arrays.fill(ids, 0);
        }
        for (int i = 0; i < request.pieces(); i++) {
            int slot = slot(request.id(i));
            if (ids[slot] == 0) {
                ids[slot] = request.id(i);
                counts[slot] = 0;
            }
            counts[slot]++;
        }
    }

    /// The tokens of the request that an earlier one has as well.
    public int with(PieceTokens earlier) {
        System.arraycopy(counts, 0, left, 0, counts.length);
        int shared = 0;
        for (int i = 0; i < earlier.pieces(); i++) {
            int slot = slot(earlier.id(i));
            if (ids[slot] != 0 && left[slot] > 0) {
                left[slot]--;
                shared += earlier.tokens(i);
            }
        }
        return Math.min(shared, tokens.total());
    }

    private int slot(int id) {
        int mask = ids.length - 1;
        int slot = id * 0x9E3779B1 >>> 8 & mask;
        while (ids[slot] != 0 && ids[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
