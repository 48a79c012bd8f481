package dev.cachewright.prompt.text;

import java.util.ArrayDeque;
import java.util.Deque;

/// Where two texts differ: before `start` and after the two ends they are the same.
///
/// @param start the first unit that differs
/// @param end after the last unit of the one text that differs
/// @param otherEnd after the last unit of the other text that differs
public record TextDifference(int start, int end, int otherEnd) {

    public boolean isNone() {
        return start == end && start == otherEnd;
    }

    static TextDifference of(Rope<Text.Chunk> one, Rope<Text.Chunk> other) {
        int shortest = Math.min(one.length(), other.length());
        int start = commonPrefix(one, other);
        int sharedEnd = shared(one, other, false, shortest - start);
        return new TextDifference(start, one.length() - sharedEnd, other.length() - sharedEnd);
    }

    static int commonPrefix(Rope<Text.Chunk> one, Rope<Text.Chunk> other) {
        return shared(one, other, true, Math.min(one.length(), other.length()));
    }

    /// How many units both share at their beginning, or at their end; `limit` at most. Nodes that both share are
    /// skipped.
    private static int shared(Rope<Text.Chunk> one, Rope<Text.Chunk> other, boolean forward, int limit) {
        var a = new Walk(one, forward);
        var b = new Walk(other, forward);
        int shared = 0;
        while (shared < limit) {
            if (a.node() == b.node() && a.taken == b.taken) {
                shared += a.rest();
                a.take(a.rest());
                b.take(b.rest());
            } else if (a.canOpen() && (!b.canOpen() || a.node().length() >= b.node().length())) {
                a.open();
            } else if (b.canOpen()) {
                b.open();
            } else {
                int length = Math.min(a.rest(), b.rest());
                int same = same(a, b, length, forward);
                shared += same;
                if (same < length) {
                    break;
                }
                a.take(length);
                b.take(length);
            }
        }
        return Math.min(shared, limit);
    }

    private static int same(Walk a, Walk b, int length, boolean forward) {
        String x = a.text();
        String y = b.text();
        int xStart = forward ? a.taken : x.length() - a.taken - length;
        int yStart = forward ? b.taken : y.length() - b.taken - length;
        if (x.regionMatches(xStart, y, yStart, length)) {
            return length;
        }
        int same = 0;
        while (forward
                ? x.charAt(xStart + same) == y.charAt(yStart + same)
                : x.charAt(xStart + length - 1 - same) == y.charAt(yStart + length - 1 - same)) {
            same++;
        }
        return same;
    }

    /// A walk over a rope from one of its ends.
    private static final class Walk {

        private final Deque<Rope<Text.Chunk>> ahead = new ArrayDeque<>();
        private final boolean forward;
        /// How many units of the current leaf have been passed.
        private int taken;

        Walk(Rope<Text.Chunk> rope, boolean forward) {
            this.forward = forward;
            ahead.push(rope);
        }

        Rope<Text.Chunk> node() {
            return ahead.peek();
        }

        int rest() {
            return node().length() - taken;
        }

        boolean canOpen() {
            return node() instanceof Rope.Two;
        }

        void open() {
            if (ahead.pop() instanceof Rope.Two<Text.Chunk> two) {
                ahead.push(forward ? two.right() : two.left());
                ahead.push(forward ? two.left() : two.right());
            }
        }

        void take(int units) {
            taken += units;
            if (rest() == 0) {
                ahead.pop();
                taken = 0;
            }
        }

        String text() {
            return node() instanceof Text.Chunk leaf ? leaf.text() : "";
        }
    }
}
