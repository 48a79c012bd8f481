package dev.cachewright.traffic.piece;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Hashes of text in 64 bits, by which texts are told apart without keeping them.
public final class PieceHash {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private PieceHash() {
    }

    /// Of bytes, eight at a time.
    public static long of(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = with(hash, (long) EIGHT.get(bytes, i));
        }
        for (; i < to; i++) {
            hash = with(hash, bytes[i]);
        }
        return end(hash);
    }

    /// Of characters, four at a time; another than that of the same text in bytes.
    public static long of(char[] text, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + 3 < to; i += 4) {
            hash = with(hash,
                    text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48);
        }
        for (; i < to; i++) {
            hash = with(hash, text[i]);
        }
        return end(hash);
    }

    private static long with(long hash, long more) {
        long mixed = (hash ^ more) * MIX;
        return mixed ^ mixed >>> 29;
    }

    private static long end(long hash) {
        return hash * MIX ^ hash >>> 32;
    }
}
