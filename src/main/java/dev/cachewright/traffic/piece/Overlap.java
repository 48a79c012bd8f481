package dev.cachewright.traffic.piece;

import java.util.Arrays;

/// How many tokens of one request are also in others, wherever they stand there: what a layout could have put first.
/// For one thread.
///
/// Only what stands between the pieces that two begin and end with alike is looked up: mostly a line or two.
public final class Overlap {

    private static final int LEAST = 64;

    private int[] ids = new int[LEAST];
    private int[] left = new int[LEAST];
    private PieceTokens tokens;

    /// The request that others are compared with.
    public void of(PieceTokens request) {
        tokens = request;
    }

    /// The tokens of the request that an earlier one has as well.
    public int with(PieceTokens earlier) {
        int before = tokens.commonPieces(earlier);
        int after = tokens.commonAtEnd(earlier, before);
        int shared = tokens.start(before) + tokens.total() - tokens.start(tokens.pieces() - after);
        int from = before;
        int to = tokens.pieces() - after;
        if (from < to && before < earlier.pieces() - after) {
            count(from, to);
            shared += inAnyOrder(earlier, before, earlier.pieces() - after);
        }
        return Math.min(shared, tokens.total());
    }

    private void count(int from, int to) {
        int size = Integer.highestOneBit(Math.max(LEAST / 4, to - from)) * 4;
        if (ids.length == size) {
            Arrays.fill(ids, 0);
        } else {
            ids = new int[size];
            left = new int[size];
        }
        for (int i = from; i < to; i++) {
            int slot = slot(tokens.id(i));
            if (ids[slot] == 0) {
                ids[slot] = tokens.id(i);
                left[slot] = 0;
            }
            left[slot]++;
        }
    }

    private int inAnyOrder(PieceTokens earlier, int from, int to) {
        int shared = 0;
        for (int i = from; i < to; i++) {
            int slot = slot(earlier.id(i));
            if (ids[slot] != 0 && left[slot] > 0) {
                left[slot]--;
                shared += earlier.tokens(i);
            }
        }
        return shared;
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
