package dev.cachewright.recorder.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What a client sends, a part at a time: heads are read, bodies handed on.
final class Inflow {

    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private final LongSupplier nanos;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long began;

    Inflow(InputStream in, LongSupplier nanos) {
        this.in = in;
        this.nanos = nanos;
    }

    /// The next head; empty where the client has no more to say.
    ///
    /// @throws MalformedHttp where what comes is none
    Optional<HttpHead> head() throws IOException {
        var bytes = new HeadBytes();
        while (true) {
            if (from == to && !fill()) {
                return Optional.empty();
            }
            began = bytes.hasBegun() ? began : nanos.getAsLong();
            from = bytes.take(buffer, from, to);
            Optional<HttpHead> head = bytes.whole();
            if (head.isPresent()) {
                return head;
            }
        }
    }

    /// When the first byte of the last head was here.
    long began() {
        return began;
    }

    /// Whether all that came has been taken, so that the next read may wait.
    boolean isEmpty() {
        return from == to;
    }

    /// Hands on what belongs to a body, of what is here; waits where nothing is.
    ///
    /// @return whether the client has more to say
    boolean pass(BodyFrame frame, Content content, OutputStream out) throws IOException {
        if (from == to && !fill()) {
            return false;
        }
        int start = from;
        from = frame.take(buffer, from, to, content);
        out.write(buffer, start, from - start);
        return true;
    }

    /// Hands on everything up to its end.
    void passAll(OutputStream out) throws IOException {
        while (from < to || fill()) {
            out.write(buffer, from, to - from);
            out.flush();
            from = to;
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }
}
