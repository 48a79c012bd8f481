package dev.cachewright.token;

import dev.cachewright.prompt.text.Rope;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.TokenList;
import java.util.List;
import java.util.Optional;

/// Counts a text anew where an edit touched it: the stretches that hold the edit, and their neighbours where what is
/// now on both sides of a border lets a piece cross it.
final class Recount {

    private final TextCounter counter;
    private final Text text;
    private final Rope<Stretch> stretches;

    Recount(TextCounter counter, Text text, Rope<Stretch> stretches) {
        this.counter = counter;
        this.text = text;
        this.stretches = stretches;
    }

    /// Text whose tokens are known.
    record Known(char[] text, TokenList ids) {
    }

    /// The stretches of `next`, which equals the text before `start`, and from `nextEnd` on what is there from `end`
    /// on.
    Rope<Stretch> of(Text next, int start, int end, int nextEnd) {
        int moved = nextEnd - end;
        int from = start < text.length() ? startOf(start) : start == 0 ? 0 : startOf(start - 1);
        while (!counter.borders().isSafe(next, from)) {
            from = startOf(from - 1);
        }
        int to = end == 0 ? 0 : endOf(end - 1);
        while (!counter.borders().isSafe(next, to + moved)) {
            to = endOf(to);
        }
        if (from == to && moved == 0) {
            return stretches;
        }
        if (to + moved - from < TextCounter.SHORTEST && to < text.length()) {
            to = endOf(to);
        }
        to = Math.max(to, from);
        List<Stretch> counted = counter.stretches(next.chars(from, to + moved), longStretch(from, to));
        return Rope.join(Rope.join(Rope.before(stretches, from), Rope.of(counted)), Rope.from(stretches, to));
    }

    /// A long stretch between two borders, where there is one.
    private Optional<Known> longStretch(int from, int to) {
        for (int at = from; at < to; at = endOf(at)) {
            Rope.At<Stretch> stretch = Rope.leafAt(stretches, at);
            if (stretch.leaf().isLong()) {
                char[] chars = text.chars(stretch.start(), stretch.end());
                return Optional.of(new Known(chars, stretch.leaf().kept().ids()));
            }
        }
        return Optional.empty();
    }

    private int startOf(int offset) {
        return Rope.leafAt(stretches, offset).start();
    }

    private int endOf(int offset) {
        return Rope.leafAt(stretches, offset).end();
    }
}
