package dev.cachewright.store.log;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import dev.cachewright.format.log.CountedInput;
import dev.cachewright.format.log.LogStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A log that is unpacked while it is read, by gzip or by zstd, and counts what it has taken of the packed one.
final class Unpacked extends FilterInputStream implements LogStream.Packed {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 4;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    private final CountedInput taken;

    private Unpacked(InputStream unpacked, CountedInput taken) {
        super(unpacked);
        this.taken = taken;
    }

    /// The text of a log, whose first bytes tell whether it is packed.
    static InputStream of(InputStream in) throws IOException {
        var taken = new CountedInput(in);
        try {
            var buffered = new BufferedInputStream(taken, BUFFER);
            buffered.mark(MAGIC);
            byte[] first = buffered.readNBytes(MAGIC);
            buffered.reset();
            return new Unpacked(begins(first, GZIP) ? new GZIPInputStream(buffered, BUFFER)
                    : begins(first, ZSTD) ? new ZstdInputStream(buffered) : buffered, taken);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public long taken() {
        return taken.taken();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        try {
            return in.read(to, from, most);
        } catch (ZstdIOException e) {
            throw e.getMessage().contains("Truncated") ? new EOFException() : new ZipException(e.getMessage());
        }
    }

    private static boolean begins(byte[] first, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= first.length || first[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
