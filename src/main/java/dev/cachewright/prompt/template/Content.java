package dev.cachewright.prompt.template;

/// The text between two tags, and how much of it is left.
final class Content implements Statement {

    private final String text;
    private final int start;
    private final int end;
    private int from;
    private int to;
    private boolean isLeftTaken;
    private boolean isRightTaken;

    Content(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.from = start;
        this.to = end;
    }

    /// Where what is left begins in the template.
    int from() {
        return from;
    }

    /// Where what is left ends.
    int to() {
        return to;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /// Whether its last line is blank and follows a line break, or begins the template.
    boolean endsWithBlankLine(boolean isFirst) {
        int at = end;
        while (at > start && text.charAt(at - 1) != '\n' && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at == start ? isFirst : text.charAt(at - 1) == '\n';
    }

    /// Whether its first line is blank and has a line break, or ends the template.
    boolean beginsWithBlankLine(boolean isLast) {
        int at = start;
        while (at < end && text.charAt(at) != '\n' && isSpace(text.charAt(at))) {
            at++;
        }
        return at == end ? isLast : text.charAt(at) == '\n';
    }

    /// The spaces at its end.
    String lastIndent() {
        int at = end;
        while (at > start && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at, end);
    }

    /// Takes white space at its beginning: all of it, or the rest of the line.
    void takeLeft(boolean isAll) {
        if (!isAll && isLeftTaken) {
            return;
        }
        int before = from;
        while (from < to && (isAll ? isSpace(text.charAt(from)) : isBlank(text.charAt(from)))) {
            from++;
        }
        if (!isAll) {
            from += text.startsWith("\r\n", from) && from + 1 < to ? 2 : from < to && text.charAt(from) == '\n' ? 1 : 0;
        }
        isLeftTaken = from > before;
    }

    /// Takes white space at its end: all of it, or what its last line has.
    ///
    /// @return whether there was any
    boolean takeRight(boolean isAll) {
        if (!isAll && isRightTaken) {
            return false;
        }
        int before = to;
        while (to > from && (isAll ? isSpace(text.charAt(to - 1)) : isBlank(text.charAt(to - 1)))) {
            to--;
        }
        isRightTaken = to < before;
        return isRightTaken;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /// What JavaScript takes for white space.
    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r' || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
