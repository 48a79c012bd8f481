package dev.cachewright.recorder.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Finds the answers in what a server sends, and tells the tap of each request of its own. What it cannot read it
/// leaves: the bytes have gone on before it sees them.
///
/// Requests are added by one thread, and bytes by another.
final class AnswerFrames {

    private static final int SWITCHING = 101;
    private static final int FIRST_FINAL = 200;
    private static final int LAST_STATUS = 999;

    private final Deque<Turn> turns = new ArrayDeque<>();
    private final HeadBytes head = new HeadBytes();
    private Optional<BodyFrame> body = Optional.empty();
    private long headBegan;
    private boolean isOpaque;
    private boolean hasSwitched;

    /// The answer to this request comes after those that are waited for.
    synchronized void expect(Turn turn) {
        turns.add(turn);
    }

    /// Whether every request has its whole answer, and the next bytes would be a head.
    synchronized boolean isIdle() {
        return turns.isEmpty() && !isOpaque;
    }

    /// Whether the answers that follow cannot be told apart any more.
    synchronized boolean isOpaque() {
        return isOpaque;
    }

    /// Whether the connection has left HTTP.
    synchronized boolean hasSwitched() {
        return hasSwitched;
    }

    /// Whether the answer to a request is still waited for.
    synchronized boolean isWaitedFor(Turn turn) {
        return turns.contains(turn);
    }

    /// Reads what came.
    synchronized void accept(byte[] bytes, int length, long nanos) {
        try {
            int at = 0;
            while (at < length && !isOpaque) {
                at = body.isPresent()
                        ? body(body.get(), bytes, at, length, nanos)
                        : head(bytes, at, length, nanos);
            }
        } catch (MalformedHttp _) {
            isOpaque = true;
            end(new Tap.Ending.Garbage(), nanos);
        }
    }

    /// Nothing follows.
    ///
    /// @param isBroken whether the connection broke, rather than being closed in good order
    /// @param hasClientLeft whether that is why
    synchronized void end(boolean isBroken, boolean hasClientLeft, long nanos) {
        boolean isWhole = !isBroken && !hasClientLeft && body.filter(BodyFrame::endsWithConnection).isPresent();
        if (isWhole) {
            turns.removeFirst().tap().ended(new Tap.Ending.Whole(), nanos);
        }
        boolean isGarbage = isOpaque && !hasSwitched || body.isEmpty() && head.hasBegun();
        end(hasClientLeft ? new Tap.Ending.ClientLeft()
                : isGarbage ? new Tap.Ending.Garbage() : new Tap.Ending.Cut(), nanos);
    }

    private void end(Tap.Ending ending, long nanos) {
        while (!turns.isEmpty()) {
            turns.removeFirst().tap().ended(ending, nanos);
        }
    }

    private int head(byte[] bytes, int from, int to, long nanos) throws MalformedHttp {
        headBegan = head.hasBegun() ? headBegan : nanos;
        int at = head.take(bytes, from, to);
        Optional<HttpHead> whole = head.whole();
        if (whole.isPresent()) {
            begin(whole.get(), nanos);
        }
        return at;
    }

    private void begin(HttpHead answer, long nanos) throws MalformedHttp {
        int status = status(answer);
        if (status < FIRST_FINAL && status != SWITCHING) {
            // `100 Continue` and its like come before the answer.
            return;
        }
        if (turns.isEmpty()) {
            // Some servers say before they close that they have waited too long.
            isOpaque = true;
            return;
        }
        Turn turn = turns.getFirst();
        turn.tap().answered(status, answer, headBegan);
        if (status == SWITCHING) {
            isOpaque = true;
            hasSwitched = true;
        }
        var frame = BodyFrame.ofAnswer(answer, status, turn.isToHead());
        body = Optional.of(frame);
        finish(frame, nanos);
    }

    private int body(BodyFrame frame, byte[] bytes, int from, int to, long nanos) throws MalformedHttp {
        Tap tap = turns.getFirst().tap();
        int at = frame.take(bytes, from, to, (content, start, end) -> tap.answer(content, start, end, nanos));
        finish(frame, nanos);
        return at;
    }

    private void finish(BodyFrame frame, long nanos) {
        if (frame.isDone()) {
            body = Optional.empty();
            turns.removeFirst().tap().ended(new Tap.Ending.Whole(), nanos);
        }
    }

    private static int status(HttpHead answer) throws MalformedHttp {
        String[] parts = answer.first().split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")
                || Integer.parseInt(parts[1]) > LAST_STATUS) {
            throw new MalformedHttp("This is not an answer of HTTP/1.1");
        }
        return Integer.parseInt(parts[1]);
    }
}
