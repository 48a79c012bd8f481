package dev.cachewright.format.foreign.syntax;

import java.util.Optional;
import java.util.function.Predicate;

/// How a text begins, read line by line: it may begin with a million lines that say nothing.
public final class TextHead {

    private final String text;
    private int at;
    private int line;

    private TextHead(String text) {
        this.text = text;
    }

    /// The front matter of a file.
    ///
    /// @param lineBefore how many lines precede its YAML
    /// @param bodyStart where the text after it begins
    public record Front(String yaml, int lineBefore, int bodyStart) {
    }

    /// YAML between two lines of dashes, before which there are only comments and blank lines.
    public static Optional<Front> front(String text) {
        var head = new TextHead(text);
        head.skip(TextHead::saysNothing);
        if (head.isAtEnd() || !isDashes(head.current())) {
            return Optional.empty();
        }
        head.next();
        int start = head.at;
        int lineBefore = head.line;
        head.skip(each -> !isDashes(each));
        if (head.isAtEnd()) {
            return Optional.empty();
        }
        String yaml = text.substring(start, head.at);
        head.next();
        return Optional.of(new Front(yaml, lineBefore, head.at));
    }

    /// Where the first line begins that says something else than these.
    public static int first(String text, Predicate<String> skipped) {
        var head = new TextHead(text);
        head.skip(skipped);
        return head.at;
    }

    /// The first line that says something else than these; empty where there is none.
    public static String firstLine(String text, Predicate<String> skipped) {
        var head = new TextHead(text);
        head.skip(skipped);
        return head.isAtEnd() ? "" : head.current();
    }

    /// A blank line or a comment.
    public static boolean saysNothing(String line) {
        String plain = line.strip();
        return plain.isEmpty() || plain.startsWith("#");
    }

    public static boolean isDashes(String line) {
        return line.startsWith("---") && line.substring(3).isBlank();
    }

    private void skip(Predicate<String> skipped) {
        while (!isAtEnd() && skipped.test(current())) {
            next();
        }
    }

    private boolean isAtEnd() {
        return at >= text.length();
    }

    private String current() {
        int end = text.indexOf('\n', at);
        String all = text.substring(at, end < 0 ? text.length() : end);
        return all.endsWith("\r") ? all.substring(0, all.length() - 1) : all;
    }

    private void next() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        line++;
    }
}
