package dev.cachewright.provider.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// An answer that does not seem to end. The longest answers of models are below one megabyte.
final class TooMuch extends IOException {

    /// Characters of one event.
    static final int LONGEST_EVENT = 32 << 20;
    /// Bytes of an answer, whole or streamed.
    static final int LONGEST_ANSWER = 64 << 20;

    private static final long serialVersionUID = 1L;

    /// @param limit how much was read, in words
    private TooMuch(String limit) {
        super(limit);
    }

    /// @throws TooMuch where so many characters are too many for one event
    static void check(int characters) throws TooMuch {
        if (characters > LONGEST_EVENT) {
            throw new TooMuch(megabytes(LONGEST_EVENT));
        }
    }

    /// The same bytes, as long as they are not too many.
    static InputStream bounded(InputStream in) {
        return new Bounded(in);
    }

    private static String megabytes(int bytes) {
        return (bytes >> 20) + " MB";
    }

    /// Counts what is read.
    private static final class Bounded extends FilterInputStream {

        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int found = super.read(bytes, offset, length);
            count(Math.max(0, found));
            return found;
        }

        private void count(int more) throws TooMuch {
            read += more;
            if (read > LONGEST_ANSWER) {
                throw new TooMuch(megabytes(LONGEST_ANSWER));
            }
        }
    }
}
