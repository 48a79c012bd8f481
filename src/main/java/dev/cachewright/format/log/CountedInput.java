package dev.cachewright.format.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that are taken from a log, packed ones where it is packed.
public final class CountedInput extends FilterInputStream {

    private long count;

    public CountedInput(InputStream in) {
        super(in);
    }

    /// Bytes taken so far.
    public long taken() {
        return in instanceof LogStream.Packed packed ? packed.taken() : count;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        int read = in.read(to, from, most);
        count += Math.max(0, read);
        return read;
    }
}
