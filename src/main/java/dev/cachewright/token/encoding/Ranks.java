package dev.cachewright.token.encoding;

import com.knuddels.jtokkit.api.Encoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// The tokens of an encoding by their bytes, in one flat table: an id is also the rank at which two tokens merge into
/// it. The data are those that jtokkit ships.
final class Ranks {

    /// No token has these bytes.
    static final int NONE = Integer.MAX_VALUE;
    /// Room that a buffer needs after the bytes that are looked up, since eight are read at once.
    static final int PADDING = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int TABLE_BITS = 19;
    private static final int SLOTS = 1 << TABLE_BITS;
    private static final int ID_BITS = 20;
    private static final int ID = (1 << ID_BITS) - 1;
    private static final int KNOWN_BITS = 21;

    private final int[] starts;
    private final byte[] bytes;
    private final long[] keys = new long[SLOTS];
    /// The length and the id of the token in each slot; 0 where the slot is empty.
    private final int[] entries = new int[SLOTS];
    /// A bit for each hash that a token has: most of what is asked for is not a token, and this is small enough to stay
    /// in a cache of the processor.
    private final long[] known = new long[1 << KNOWN_BITS - 6];
    private final int[] singles = new int[1 << Byte.SIZE];
    /// The tokens of two bytes, which are asked for most.
    private final int[] pairs = new int[1 << 2 * Byte.SIZE];

    /// @param starts where the bytes of each token begin, and after the last one where they end
    /// @param bytes those of all tokens, with [#PADDING] after them
    Ranks(int[] starts, byte[] bytes) {
        this.starts = starts;
        this.bytes = bytes;
        Arrays.fill(pairs, NONE);
        for (int id = 0; id < size(); id++) {
            put(id);
        }
    }

    private Ranks(TableInput file) throws IOException {
        starts = new int[file.count()];
        bytes = new byte[file.count()];
        file.read(bytes);
        for (int[] ints : List.of(starts, entries, singles, pairs)) {
            file.read(ints);
        }
        for (long[] longs : List.of(keys, known)) {
            file.read(longs);
        }
    }

    /// Reads the table of an encoding: as it is where a package ships it ready-made, else from jtokkit's file, which
    /// takes some 20 to 50 ms.
    static Ranks read(dev.cachewright.token.encoding.Encoding encoding) {
        String name = "/com/knuddels/jtokkit/" + encoding.word() + ".tiktoken";
        try (InputStream ready = Ranks.class.getResourceAsStream(resource(encoding))) {
            if (ready != null) {
                return of(ready);
            }
            try (InputStream in = Encoding.class.getResourceAsStream(name)) {
                return new RankFile(in.readAllBytes()).ranks();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rank table " + name + " could not be read", e);
        }
    }

    /// The table that [#toBytes()] has written.
    static Ranks of(InputStream file) throws IOException {
        return new Ranks(new TableInput(file));
    }

    /// Where a package has the ready-made table.
    static String resource(dev.cachewright.token.encoding.Encoding encoding) {
        return "/ranks/" + encoding.word() + ".ranks";
    }

    /// The table as a package ships it; only the version that wrote it reads it.
    byte[] toBytes() {
        int ints = starts.length + entries.length + singles.length + pairs.length + 2;
        int longs = keys.length + known.length;
        var file = ByteBuffer.allocate(ints * Integer.BYTES + longs * Long.BYTES + bytes.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(starts.length).putInt(bytes.length).put(bytes);
        for (int[] part : List.of(starts, entries, singles, pairs)) {
            file.asIntBuffer().put(part);
            file.position(file.position() + part.length * Integer.BYTES);
        }
        for (long[] part : List.of(keys, known)) {
            file.asLongBuffer().put(part);
            file.position(file.position() + part.length * Long.BYTES);
        }
        return file.array();
    }

    /// One more than the highest id.
    int size() {
        return starts.length - 1;
    }

    /// How many bytes the token has.
    int length(int id) {
        return starts[id + 1] - starts[id];
    }

    int byteAt(int id, int index) {
        return bytes[starts[id] + index] & 0xFF;
    }

    boolean beginsWith(int id, byte[] text, int from, int to) {
        return Arrays.equals(bytes, starts[id], starts[id] + to - from, text, from, to);
    }

    /// Copies the token's bytes to `target` and returns where they end there.
    int copy(int id, byte[] target, int at) {
        System.arraycopy(bytes, starts[id], target, at, length(id));
        return at + length(id);
    }

    /// The id of the token with these bytes, or [#NONE]; `text` has [#PADDING] after them.
    int idOf(byte[] text, int from, int to) {
        int length = to - from;
        if (length == 2) {
            return pairs[(text[from] & 0xFF) << Byte.SIZE | text[from + 1] & 0xFF];
        }
        long key = key(text, from, length);
        long hash = hash(key, length);
        if ((known[(int) (hash >>> Long.SIZE - KNOWN_BITS + 6)] >>> (hash >>> Long.SIZE - KNOWN_BITS) & 1) == 0) {
            return NONE;
        }
        int slot = slot(hash);
        while (entries[slot] != 0) {
            int id = entries[slot] & ID;
            boolean isLikely = entries[slot] >>> ID_BITS == length && keys[slot] == key;
            if (isLikely && (length <= Long.BYTES || isAt(id, text, from, to))) {
                return id;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return NONE;
    }

    /// The id of the token of a single byte.
    int idOf(byte single) {
        return singles[single & 0xFF];
    }

    private boolean isAt(int id, byte[] text, int from, int to) {
        return Arrays.equals(bytes, starts[id], starts[id + 1], text, from, to);
    }

    private void put(int id) {
        int length = length(id);
        if (length == 0) {
            return;
        }
        if (length == 1) {
            singles[bytes[starts[id]] & 0xFF] = id;
        }
        if (length == 2) {
            pairs[(bytes[starts[id]] & 0xFF) << Byte.SIZE | bytes[starts[id] + 1] & 0xFF] = id;
        }
        long key = key(bytes, starts[id], length);
        long hash = hash(key, length);
        known[(int) (hash >>> Long.SIZE - KNOWN_BITS + 6)] |= 1L << (hash >>> Long.SIZE - KNOWN_BITS);
        int slot = slot(hash);
        while (entries[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        keys[slot] = key;
        entries[slot] = length << ID_BITS | id;
    }

    /// Up to eight bytes as they are; more are mixed.
    private static long key(byte[] text, int from, int length) {
        long key = (long) WORD.get(text, from);
        if (length < Long.BYTES) {
            return key & (1L << length * Byte.SIZE) - 1;
        }
        int at = from + Long.BYTES;
        int to = from + length;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            key = (key ^ key >>> 29) * MIX ^ (long) WORD.get(text, at);
        }
        if (at < to) {
            long rest = (long) WORD.get(text, at) & (1L << (to - at) * Byte.SIZE) - 1;
            key = (key ^ key >>> 29) * MIX ^ rest;
        }
        return key;
    }

    private static long hash(long key, int length) {
        long mixed = (key + length) * MIX;
        return (mixed ^ mixed >>> 32) * MIX;
    }

    private static int slot(long hash) {
        return (int) (hash >>> Long.SIZE - TABLE_BITS);
    }
}
