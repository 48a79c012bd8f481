package dev.cachewright.recorder.http;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Gathers the bytes of a head until it is whole.
final class HeadBytes {

    /// Longer ones are refused by servers as well.
    static final int LONGEST = 256 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    /// Since the last line break; -1 before the first line has begun.
    private int lineLength = -1;
    private boolean isWhole;

    /// Takes what belongs to the head.
    ///
    /// @return the place after it
    int take(byte[] buffer, int from, int to) throws MalformedHttp {
        for (int at = from; at < to; at++) {
            byte next = buffer[at];
            boolean isBreak = next == '\n' || next == '\r';
            // Empty lines before a head are no part of it.
            if (lineLength >= 0 || !isBreak) {
                bytes.write(next);
                if (next == '\n') {
                    isWhole = lineLength == 0;
                    lineLength = 0;
                } else if (next != '\r') {
                    lineLength = Math.max(0, lineLength) + 1;
                }
            }
            if (isWhole) {
                return at + 1;
            }
        }
        if (bytes.size() > LONGEST) {
            throw new MalformedHttp("The head is too long");
        }
        return to;
    }

    /// Whether a part of a head is here.
    boolean hasBegun() {
        return bytes.size() > 0;
    }

    /// The head, where all of it is here; the next one is gathered then.
    Optional<HttpHead> whole() throws MalformedHttp {
        if (!isWhole) {
            return Optional.empty();
        }
        HttpHead head = HttpHead.of(bytes.toByteArray());
        bytes.reset();
        lineLength = -1;
        isWhole = false;
        return Optional.of(head);
    }
}
