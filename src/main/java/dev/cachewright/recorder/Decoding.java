package dev.cachewright.recorder;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Takes the compression off a body.
final class Decoding {

    /// Of the few that are in use, the one that is read in blocks: what comes in a block has one time.
    private static final String BROTLI = "br";
    private static final int LONGEST_REQUEST = 64 << 20;
    /// Bits of the first byte of zlib that name its method.
    private static final int ZLIB_METHOD = 0x0f;
    private static final int DEFLATED = 8;

    private Decoding() {
    }

    /// A body in a form that is not known here.
    static final class Unknown extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /// The codings of a body, the first that was applied first.
    ///
    /// @param values of its `content-encoding`
    static List<String> codings(List<String> values) {
        return values.stream().flatMap(value -> Arrays.stream(value.split(",")))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty() && !value.equals("identity")).toList();
    }

    /// Whether the times of what is read say when it came.
    static boolean keepsTimes(List<String> codings) {
        return !codings.contains(BROTLI);
    }

    /// The content, in reads that wait for no more than they need.
    static InputStream of(InputStream in, List<String> codings) throws IOException {
        InputStream decoded = in;
        for (String coding : codings.reversed()) {
            decoded = decoded(decoded, coding);
        }
        return new Modest(decoded);
    }

    /// All of a request.
    static byte[] whole(InputStream in, List<String> codings) throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        InputStream decoded = of(in, codings);
        for (int count = decoded.read(buffer); count >= 0; count = decoded.read(buffer)) {
            all.write(buffer, 0, count);
            if (all.size() > LONGEST_REQUEST) {
                throw new IOException("too long");
            }
        }
        return all.toByteArray();
    }

    private static InputStream decoded(InputStream in, String coding) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> inflated(in);
            case BROTLI -> new BrotliInputStream(in);
            default -> throw new Unknown();
        };
    }

    /// With the frame that the standard asks for, or without, as some servers send it.
    private static InputStream inflated(InputStream in) throws IOException {
        var begun = new PushbackInputStream(in);
        int first = begun.read();
        if (first >= 0) {
            begun.unread(first);
        }
        return new InflaterInputStream(begun, new Inflater((first & ZLIB_METHOD) != DEFLATED));
    }

    /// Says that nothing more is at hand, so that what is asked for is not gathered from several pieces.
    private static final class Modest extends FilterInputStream {

        Modest(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
