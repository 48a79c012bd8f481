package dev.cachewright.format.recover;

import java.util.ArrayList;
import java.util.List;

/// Where the lines and words of a text begin and end. A time, a number with its point, an address and a tag are one word.
final class Words {

    private static final int LONGEST_TAG = 60;

    private Words() {
    }

    /// A stretch of a text.
    record Span(int start, int end) {
    }

    /// Whether no word goes on over `at`.
    static boolean isBoundary(String text, int at) {
        return at <= 0 || at >= text.length() || !isWithin(text, at - 1) || !isWithin(text, at)
                || Character.isIdeographic(text.charAt(at - 1)) || Character.isIdeographic(text.charAt(at));
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '\\' || Character.isSurrogate(c)
                || c > 127 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /// Whether the character belongs to a word: as its own, or as a sign between two others.
    private static boolean isWithin(String text, int at) {
        char c = text.charAt(at);
        if (isWordPart(c)) {
            return true;
        }
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return switch (c) {
            case '-', '.', '@', '\'', '+' -> isWordPart(before) && isWordPart(after);
            case ':', '/', ',' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    /// The words and tags; what is between them is left out.
    static List<Span> words(String text, int from, int to) {
        var words = new ArrayList<Span>();
        int at = from;
        while (at < to) {
            int end = text.charAt(at) == '<' ? endOfTag(text, at, to) : at;
            if (end == at && isWithin(text, at)) {
                end = at + 1;
                while (end < to && !isBoundary(text, end)) {
                    end++;
                }
            }
            if (end > at) {
                words.add(new Span(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /// The end of the tag that begins at `at`, or `at` where none does.
    private static int endOfTag(String text, int at, int to) {
        int most = Math.min(to, at + LONGEST_TAG);
        for (int i = at + 1; i < most; i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i > at + 1 ? i + 1 : at;
            }
            if (!isWordPart(c) && c != '-' && c != ':' && !(c == '/' && i == at + 1)) {
                return at;
            }
        }
        return at;
    }

    /// The lines with their ends.
    static List<Span> lines(String text, int from, int to) {
        var lines = new ArrayList<Span>();
        int start = from;
        while (start < to) {
            int end = text.indexOf('\n', start);
            int next = end < 0 || end >= to ? to : end + 1;
            lines.add(new Span(start, next));
            start = next;
        }
        return lines;
    }
}
