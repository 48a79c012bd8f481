package dev.cachewright.format.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Looks through text in UTF-8 faster than a byte at a time.
public final class Bytes {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = ONES << 7;

    private Bytes() {
    }

    /// The text of a part, which need not be looked at byte by byte where it is known to be ASCII alone.
    public static String text(byte[] utf8, int from, int to, boolean isAscii) {
        return new String(utf8, from, to - from, charset(isAscii));
    }

    /// The bytes of a text, the same way.
    public static byte[] of(String text, boolean isAscii) {
        return text.getBytes(charset(isAscii));
    }

    private static Charset charset(boolean isAscii) {
        return isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    /// Whether a part has no other characters than those of ASCII.
    public static boolean isAscii(byte[] utf8, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            if (((long) EIGHT.get(utf8, at) & HIGHEST) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (utf8[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /// Where a character of ASCII stands next, or `to`. Eight bytes are looked at together: one that is the character is
    /// 0 after the exclusive or, and only a 0 borrows into its highest bit.
    public static int next(byte[] utf8, int from, int to, char ascii) {
        long pattern = ONES * ascii;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) EIGHT.get(utf8, at) ^ pattern;
            long zeros = word - ONES & ~word & HIGHEST;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        while (at < to && utf8[at] != ascii) {
            at++;
        }
        return at;
    }
}
