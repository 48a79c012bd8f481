package dev.cachewright.traffic.piece;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntSupplier;

/// Numbers of pieces of text, and the tokens of each: a piece that was seen lately is not counted again. Safe for several
/// threads.
///
/// The number is a part of the hash of the text, so that a piece which was forgotten has the same again, and the table
/// does not grow with the text that it has seen. Two of the pieces of a request and those that it is compared with have
/// the same number once in thousands of requests, and count for one then.
public final class PieceTable {

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int TOKEN_BITS = 24;
    private static final int MOST_TOKENS = (1 << TOKEN_BITS) - 1;
    private static final int SIZE = 1 << 19;

    /// The hash of a piece, with its tokens in place of the lowest bits; a slot holds the latest piece that belongs there.
    private final long[] slots = new long[SIZE];

    /// The number of the piece with this hash and its tokens, as [#idOf(long)] and [#tokensOf(long)] take them apart.
    ///
    /// @param hash of all of its text, 64 bits
    /// @param tokens counts it, at least 1, where it was not seen lately
    public long entry(long hash, IntSupplier tokens) {
        // The bits that choose the slot are those that the tokens take the place of.
        int slot = (int) hash & SIZE - 1;
        long known = (long) SLOTS.getOpaque(slots, slot);
        if (known == 0 || (known ^ hash) >>> TOKEN_BITS != 0) {
            known = hash & -1L << TOKEN_BITS | Math.min(MOST_TOKENS, tokens.getAsInt());
            SLOTS.setOpaque(slots, slot, known);
        }
        return entryOf((int) (hash >>> Integer.SIZE), tokensOf(known));
    }

    static long entryOf(int id, int tokens) {
        // No piece has the number 0.
        return (id == 0 ? 1L : Integer.toUnsignedLong(id)) << TOKEN_BITS | tokens;
    }

    static int idOf(long entry) {
        return (int) (entry >>> TOKEN_BITS);
    }

    static int tokensOf(long entry) {
        return (int) entry & MOST_TOKENS;
    }
}
