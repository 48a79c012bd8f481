package dev.cachewright.chart;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes pixels as PNG, without the desktop classes of Java, which the program does not carry.
public final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BYTES = 3;

    private PngWriter() {
    }

    /// @param pixels each as `0xAARRGGBB`, line by line; how they are seen through is not kept
    public static byte[] write(int[] pixels, int width) {
        try {
            var out = new ByteArrayOutputStream();
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, pixels.length / width));
            chunk(out, "IDAT", packed(pixels, width));
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static byte[] header(int width, int height) throws IOException {
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        // Eight bits, red green and blue; the one compression, the one set of filters, not interlaced.
        data.write(new byte[]{8, 2, 0, 0, 0});
        return header.toByteArray();
    }

    /// Each line as its difference from the one above, which is mostly nothing.
    private static byte[] packed(int[] pixels, int width) throws IOException {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            byte[] line = new byte[1 + width * BYTES];
            line[0] = 2;
            for (int start = 0; start < pixels.length; start += width) {
                for (int x = 0; x < width; x++) {
                    int now = pixels[start + x];
                    int above = start == 0 ? 0 : pixels[start - width + x];
                    line[1 + x * BYTES] = (byte) ((now >> 16) - (above >> 16));
                    line[2 + x * BYTES] = (byte) ((now >> 8) - (above >> 8));
                    line[3 + x * BYTES] = (byte) (now - above);
                }
                out.write(line);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        var data = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        data.writeInt((int) sum.getValue());
    }
}
