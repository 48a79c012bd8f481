package dev.cachewright.format.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// A stream that keeps what was read of it until it is told to forget, so that a record can be had as it stands.
final class Tape extends InputStream {

    private static final int FIRST_ROOM = 1 << 16;

    private final InputStream in;
    private byte[] kept = new byte[FIRST_ROOM];
    private int length;
    private long start;

    Tape(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        int read = in.read(to, from, most);
        if (read > 0) {
            keep(to, from, read);
        }
        return read;
    }

    private void keep(byte[] bytes, int from, int count) {
        if (length + count > Cut.LONGEST) {
            start += length;
            length = 0;
        }
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + count));
        }
        System.arraycopy(bytes, from, kept, length, count);
        length += count;
    }

    /// The bytes from one offset in the stream to another; empty where that is more than is kept.
    Optional<byte[]> slice(long from, long to) {
        return from < start
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(kept, (int) (from - start), (int) (to - start)));
    }

    /// Forgets all before an offset.
    void forget(long before) {
        int count = (int) Math.max(0, Math.min(length, before - start));
        System.arraycopy(kept, count, kept, 0, length - count);
        length -= count;
        start += count;
    }
}
