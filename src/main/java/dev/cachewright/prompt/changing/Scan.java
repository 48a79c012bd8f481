package dev.cachewright.prompt.changing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One pass over a text. Nearly all that changes has a digit: each word with one is looked at once, as is each address.
final class Scan {

    private final String text;
    private final Moments moments;
    private final Names names;
    private final Addresses addresses;
    private final Examples examples;
    private final List<ChangingSpan> found = new ArrayList<>();
    /// Where the last span, or the last word without one, ends.
    private int done;

    Scan(String text) {
        this.text = text;
        this.moments = new Moments(text);
        this.names = new Names(text);
        this.addresses = new Addresses(text);
        this.examples = new Examples(text);
    }

    List<ChangingSpan> spans() {
        int at = 0;
        while (at < text.length()) {
            examples.reach(at);
            at = next(at);
        }
        return List.copyOf(found);
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            return word(at);
        }
        if (c == ':' && text.startsWith("://", at)) {
            addresses.signed(at, done).ifPresent(this::add);
            return done = Math.max(at + 1, Addresses.end(text, at));
        }
        if (c == '/' || c == '\\') {
            Optional<ChangingSpan> path = addresses.path(at, done);
            path.ifPresent(this::add);
            return path.isPresent() ? done : at + 1;
        }
        return at + 1;
    }

    /// Looks at the word that has a digit at `at`; gives where to go on.
    private int word(int at) {
        int start = at;
        while (start > done && isInWord(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && isInWord(text.charAt(end))) {
            end++;
        }
        int first = start;
        int last = end;
        Optional<ChangingSpan> span = moments.at(first, done).or(() -> names.at(first, last));
        span.ifPresent(this::add);
        done = span.map(ChangingSpan::end).orElseGet(() -> moments.passed(first, last));
        return done;
    }

    private void add(ChangingSpan span) {
        if (!examples.holds(span)) {
            found.add(span);
        }
        done = span.end();
    }

    static boolean isInWord(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-';
    }
}
