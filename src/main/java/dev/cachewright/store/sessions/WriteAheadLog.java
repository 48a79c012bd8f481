package dev.cachewright.store.sessions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The log of a database, as SQLite's file format says: a header of 32 bytes, then frames of 24 bytes and a page, each
/// with the salts of the header and a checksum over all before it.
///
/// SQLite reads it up to the first frame whose checksum is wrong, and takes what follows for nothing. A kill ends a log
/// so; where a transaction that was committed comes after such a frame, the log is damaged.
final class WriteAheadLog {

    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int PAGE_SIZE = 8;
    private static final int SALTS = 16;
    private static final int SUMS = 24;
    private static final int LARGEST = 1 << 16;

    private final ByteBuffer bytes;
    private final ByteOrder order;
    private final int page;

    private WriteAheadLog(ByteBuffer bytes) {
        this.bytes = bytes;
        this.order = (bytes.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.page = bytes.getInt(PAGE_SIZE);
    }

    /// Whether calls that were kept stand after a damaged frame.
    static boolean isDamaged(Path file) throws IOException {
        return isThere(file) && of(file).hasLostCommit();
    }

    /// Leaves out frames that are none and gives each other the checksum of what it holds, so that SQLite reads what
    /// follows a damaged one.
    static void mend(Path file) throws IOException {
        if (isDamaged(file)) {
            Files.write(file, of(file).summedAnew());
        }
    }

    private static boolean isThere(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > HEADER && Files.size(file) < Integer.MAX_VALUE;
    }

    private static WriteAheadLog of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until it is read, or shorter than it was.
            }
            return new WriteAheadLog(bytes);
        }
    }

    private boolean isKnown() {
        return (bytes.getInt(0) & ~1) == MAGIC && page >= 512 && page <= LARGEST && Integer.bitCount(page) == 1;
    }

    private boolean hasLostCommit() {
        if (!isKnown()) {
            return false;
        }
        long sums = headerSums();
        boolean isWhole = true;
        for (int at = HEADER; isFrame(at); at += FRAME + page) {
            if (isWhole) {
                sums = sum(sum(sums, at, 8), at + FRAME, page);
                isWhole = isOfThis(at) && sums == sumsAt(at + SALTS);
            } else if (isOfThis(at) && bytes.getInt(at + 4) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isFrame(int at) {
        return at + FRAME + page <= bytes.capacity();
    }

    /// The frames that are of this log, one after the other, each with its sum.
    private byte[] summedAnew() {
        ByteBuffer made = ByteBuffer.allocate(bytes.capacity());
        made.put(bytes.array(), 0, HEADER);
        var log = new WriteAheadLog(made);
        long sums = headerSums();
        int to = HEADER;
        for (int at = HEADER; isFrame(at); at += FRAME + page) {
            if (isOfThis(at)) {
                made.put(to, bytes, at, FRAME + page);
                sums = log.sum(log.sum(sums, to, 8), to + FRAME, page);
                made.putLong(to + SALTS, sums);
                to += FRAME + page;
            }
        }
        return Arrays.copyOf(made.array(), to);
    }

    /// Whether a frame has the salts of the header: older ones, of before the log began anew, have others.
    private boolean isOfThis(int at) {
        return bytes.getLong(at + 8) == bytes.getLong(SALTS);
    }

    private long headerSums() {
        return sumsAt(SUMS);
    }

    private long sumsAt(int at) {
        return bytes.getLong(at);
    }

    /// Both sums, the first in the upper half, carried on over these bytes, of which there are a multiple of eight.
    private long sum(long sums, int from, int length) {
        int one = (int) (sums >>> Integer.SIZE);
        int other = (int) sums;
        for (int at = from; at < from + length; at += 8) {
            one += word(at) + other;
            other += word(at + 4) + one;
        }
        return (long) one << Integer.SIZE | other & 0xFFFFFFFFL;
    }

    private int word(int at) {
        int word = bytes.getInt(at);
        return order == ByteOrder.BIG_ENDIAN ? word : Integer.reverseBytes(word);
    }
}
