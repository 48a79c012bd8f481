package dev.cachewright.token.encoding;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads numbers of a table, low bytes first. A piece at a time: nine megabytes that are read whole are touched three
/// times before they are numbers.
final class TableInput {

    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final byte[] piece = new byte[PIECE];
    private final ByteBuffer numbers = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);

    TableInput(InputStream in) {
        this.in = in;
    }

    /// How many of something follow.
    int count() throws IOException {
        int[] count = new int[1];
        read(count);
        return count[0];
    }

    void read(byte[] bytes) throws IOException {
        require(bytes, bytes.length);
    }

    void read(int[] ints) throws IOException {
        int most = PIECE / Integer.BYTES;
        for (int at = 0; at < ints.length; at += most) {
            int count = Math.min(most, ints.length - at);
            require(piece, count * Integer.BYTES);
            numbers.asIntBuffer().get(ints, at, count);
        }
    }

    void read(long[] longs) throws IOException {
        int most = PIECE / Long.BYTES;
        for (int at = 0; at < longs.length; at += most) {
            int count = Math.min(most, longs.length - at);
            require(piece, count * Long.BYTES);
            numbers.asLongBuffer().get(longs, at, count);
        }
    }

    private void require(byte[] target, int count) throws IOException {
        if (in.readNBytes(target, 0, count) < count) {
            throw new EOFException("The table ends too early");
        }
    }
}
