package dev.cachewright.store.sessions;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes as they are kept: deflated where that makes them shorter, with a first byte that says which.
final class Packing {

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    private static final int BUFFER = 1 << 13;

    private Packing() {
    }

    /// The bytes, packed.
    static byte[] pack(byte[] bytes) {
        byte[] deflated = deflate(bytes);
        return deflated.length < bytes.length ? withSign(DEFLATED, deflated) : withSign(PLAIN, bytes);
    }

    /// The bytes that [#pack] packed.
    ///
    /// @throws DataFormatException where they are damaged
    static byte[] unpack(byte[] packed) throws DataFormatException {
        if (packed.length == 0) {
            throw new DataFormatException("nothing");
        }
        byte[] bytes = Arrays.copyOfRange(packed, 1, packed.length);
        return packed[0] == PLAIN ? bytes : inflate(bytes);
    }

    /// By which bytes are told apart.
    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] withSign(byte sign, byte[] bytes) {
        byte[] signed = new byte[bytes.length + 1];
        signed[0] = sign;
        System.arraycopy(bytes, 0, signed, 1, bytes.length);
        return signed;
    }

    private static byte[] deflate(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream(bytes.length);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] inflate(byte[] bytes) throws DataFormatException {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            var out = new ByteArrayOutputStream(bytes.length * 2);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("cut off");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        }
    }
}
