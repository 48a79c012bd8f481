package dev.cachewright.store.sessions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts bytes into pieces where the bytes themselves say so, and not at fixed places: what two requests share is cut
/// alike in both, also where one has more before it.
///
/// A place is an end of a piece where a hash of the bytes before it, which forgets those that are 64 bytes away, ends in
/// zeros ("gear" hashing, as in FastCDC).
final class Pieces {

    private static final int LEAST = 1 << 10;
    private static final int MOST = 1 << 15;
    /// One place in 4,096 is an end.
    private static final long END = 0xFFFL << 40;
    private static final long[] GEAR = gear();

    private Pieces() {
    }

    /// The bytes in pieces, in their order; none for no bytes.
    static List<byte[]> of(byte[] bytes) {
        var pieces = new ArrayList<byte[]>();
        int start = 0;
        while (start < bytes.length) {
            int end = end(bytes, start);
            pieces.add(Arrays.copyOfRange(bytes, start, end));
            start = end;
        }
        return pieces;
    }

    private static int end(byte[] bytes, int start) {
        int last = Math.min(bytes.length, start + MOST);
        long hash = 0;
        for (int i = start; i < last; i++) {
            hash = (hash << 1) + GEAR[bytes[i] & 0xFF];
            if (i - start >= LEAST && (hash & END) == 0) {
                return i + 1;
            }
        }
        return last;
    }

    /// A number for each byte, always the same: what is kept is found again by another version.
    private static long[] gear() {
        long[] numbers = new long[256];
        for (int i = 0; i < numbers.length; i++) {
            long mixed = (i + 1) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
            numbers[i] = mixed ^ mixed >>> 31;
        }
        return numbers;
    }
}
