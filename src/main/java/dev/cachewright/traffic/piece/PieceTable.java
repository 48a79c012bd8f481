package dev.cachewright.traffic.piece;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

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
    /// @return 0 where it was not seen lately
    public long entry(long hash) {
        long known = (long) SLOTS.getOpaque(slots, slot(hash));
        return known == 0 || (known ^ hash) >>> TOKEN_BITS != 0 ? 0 : entryOf(number(hash), tokensOf(known));
    }

    /// The same of a piece that was not seen lately.
    ///
    /// @param tokens of it, at least 1
    public long put(long hash, int tokens) {
        int fitting = Math.min(MOST_TOKENS, tokens);
        SLOTS.setOpaque(slots, slot(hash), hash & -1L << TOKEN_BITS | fitting);
        return entryOf(number(hash), fitting);
    }

    /// The bits that choose the slot are those that the tokens take the place of.
    private static int slot(long hash) {
        return (int) hash & SIZE - 1;
    }

    private static int number(long hash) {
        return (int) (hash >>> Integer.SIZE);
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
