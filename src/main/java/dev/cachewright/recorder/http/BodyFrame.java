package dev.cachewright.recorder.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the end of a body by what its head says.
final class BodyFrame {

    private static final int SWITCHING = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final String CODING = "transfer-encoding";
    private static final String LENGTH = "content-length";
    private static final long UNTIL_CLOSE = Long.MAX_VALUE;

    private final Chunks chunks;
    private final boolean isChunked;
    private long left;

    private BodyFrame(boolean isChunked, long length) {
        this.chunks = new Chunks();
        this.isChunked = isChunked;
        this.left = length;
    }

    /// That of a request.
    ///
    /// @throws MalformedHttp where another reader could find another end
    static BodyFrame ofRequest(HttpHead head) throws MalformedHttp {
        List<String> codings = head.elements(CODING);
        if (codings.isEmpty()) {
            return new BodyFrame(false, length(head, 0));
        }
        if (!codings.equals(List.of("chunked")) || !head.values(LENGTH).isEmpty()) {
            throw new MalformedHttp("A request says in two ways how long it is, or in one that is not known");
        }
        return new BodyFrame(true, 0);
    }

    /// That of an answer.
    ///
    /// @param isToHead whether the request was a `HEAD`, whose answer has a head alone
    static BodyFrame ofAnswer(HttpHead head, int status, boolean isToHead) throws MalformedHttp {
        if (isToHead || status == SWITCHING || status == NO_CONTENT || status == NOT_MODIFIED) {
            return new BodyFrame(false, 0);
        }
        List<String> codings = head.elements(CODING);
        if (codings.isEmpty()) {
            return new BodyFrame(false, length(head, UNTIL_CLOSE));
        }
        return codings.getLast().equals("chunked") ? new BodyFrame(true, 0) : new BodyFrame(false, UNTIL_CLOSE);
    }

    private static long length(HttpHead head, long otherwise) throws MalformedHttp {
        Set<String> lengths = new HashSet<>(head.elements(LENGTH));
        if (lengths.isEmpty()) {
            return otherwise;
        }
        String length = lengths.iterator().next();
        if (lengths.size() > 1 || !length.matches("\\d{1,18}")) {
            throw new MalformedHttp("The length of a body is not a number");
        }
        return Long.parseLong(length);
    }

    boolean isDone() {
        return isChunked ? chunks.isDone() : left == 0;
    }

    /// Whether nothing but the end of the connection ends it.
    boolean endsWithConnection() {
        return !isChunked && left > Long.MAX_VALUE / 2;
    }

    /// Takes what belongs to the body.
    ///
    /// @return the place after it
    int take(byte[] bytes, int from, int to, Content content) throws MalformedHttp {
        if (isChunked) {
            return chunks.take(bytes, from, to, content);
        }
        int end = (int) Math.min(to, from + Math.min(left, to - from));
        if (end > from) {
            content.accept(bytes, from, end);
            left -= end - from;
        }
        return end;
    }
}
