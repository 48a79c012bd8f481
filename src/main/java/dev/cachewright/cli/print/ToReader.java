package dev.cachewright.cli.print;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output in UTF-8, which knows whether who reads it has gone, as `head` does when it has seen enough.
public final class ToReader extends PrintStream {

    private final Watched watched;

    public ToReader(OutputStream out) {
        this(new Watched(out));
    }

    private ToReader(Watched watched) {
        super(watched, false, StandardCharsets.UTF_8);
        this.watched = watched;
    }

    /// Whether the pipe that was written to is closed.
    boolean isReaderGone() {
        return watched.isReaderGone;
    }

    private static final class Watched extends FilterOutputStream {

        private boolean isReaderGone;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                // Of a full disk and a closed pipe the message alone tells which it is.
                isReaderGone |= String.valueOf(e.getMessage()).contains("pipe");
                throw e;
            }
        }
    }
}
