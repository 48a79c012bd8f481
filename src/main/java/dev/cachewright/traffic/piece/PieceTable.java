package dev.cachewright.traffic.piece;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Numbers of pieces of text, and the tokens of each: a piece that was seen before is not counted again. Safe for
/// several threads.
public final class PieceTable {

    private static final int STRIPES = 64;
    private static final int TOKEN_BITS = 24;
    private static final int MOST_TOKENS = (1 << TOKEN_BITS) - 1;

    /// So many pieces are at hand for each thread: most pieces of a request are in many.
    private static final int USUAL = 1 << 14;

    private final ThreadLocal<long[]> usual = ThreadLocal.withInitial(() -> new long[2 * USUAL]);
    private final Stripe[] stripes = new Stripe[STRIPES];
    private final AtomicInteger next = new AtomicInteger(1);

    public PieceTable() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    /// The number of the piece with this hash and its tokens, as [#idOf(long)] and [#tokensOf(long)] take them apart.
    ///
    /// @param hash of all of its text, 64 bits
    /// @param tokens counts it, where it was not seen before
    public long entry(long hash, IntSupplier tokens) {
        long key = hash == 0 ? 1 : hash;
        long[] latest = usual.get();
        int slot = (int) (key >>> 16) & USUAL - 1;
        if (latest[2 * slot] == key) {
            return latest[2 * slot + 1];
        }
        long entry = inStripes(key, tokens);
        latest[2 * slot] = key;
        latest[2 * slot + 1] = entry;
        return entry;
    }

    private long inStripes(long key, IntSupplier tokens) {
        Stripe stripe = stripes[(int) (key >>> 58)];
        long known = stripe.find(key);
        // Counted outside the lock: two threads may count the same piece, and get the same.
        return known != 0 ? known : stripe.put(key, Math.min(MOST_TOKENS, tokens.getAsInt()), next);
    }

    static long entryOf(int id, int tokens) {
        return (long) id << TOKEN_BITS | tokens;
    }

    static int idOf(long entry) {
        return (int) (entry >>> TOKEN_BITS);
    }

    static int tokensOf(long entry) {
        return (int) entry & MOST_TOKENS;
    }

    /// A hash table with open addresses.
    private static final class Stripe {

        private long[] keys = new long[1 << 8];
        private long[] entries = new long[1 << 8];
        private int count;

        private synchronized long find(long key) {
            return entries[slot(keys, key)];
        }

        private synchronized long put(long key, int tokens, AtomicInteger next) {
            int slot = slot(keys, key);
            if (keys[slot] == 0) {
                keys[slot] = key;
                entries[slot] = entryOf(next.getAndIncrement(), tokens);
                long entry = entries[slot];
                if (++count * 2 > keys.length) {
                    grow();
                }
                return entry;
            }
            return entries[slot];
        }

        private void grow() {
            long[] old = keys;
            long[] oldEntries = entries;
            keys = new long[old.length * 2];
            entries = new long[old.length * 2];
            for (int i = 0; i < old.length; i++) {
                if (old[i] != 0) {
                    int slot = slot(keys, old[i]);
                    keys[slot] = old[i];
                    entries[slot] = oldEntries[i];
                }
            }
        }

        private static int slot(long[] keys, long key) {
            int mask = keys.length - 1;
            int slot = (int) (key ^ key >>> 32) & mask;
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }
}
