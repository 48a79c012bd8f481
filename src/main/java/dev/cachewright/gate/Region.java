package dev.cachewright.gate;

import java.nio.file.Path;

/// A stretch of a file, as editors and SARIF count it: lines and columns from 1 on, in UTF-16 units, a byte order mark
/// not counted.
///
/// @param endColumn of the character after the last one
public record Region(Path file, int line, int column, int endLine, int endColumn) {

    /// The beginning of a file.
    static Region startOf(Path file) {
        return new Region(file, 1, 1, 1, 1);
    }

    /// The characters of a text from `start` to before `end`.
    static Region of(Path file, String text, int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        return new Region(file, line(text, from), column(text, from), line(text, to), column(text, to));
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static int column(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int mark = lineStart == 0 && text.startsWith("\uFEFF") && offset > 0 ? 1 : 0;
        return offset - lineStart - mark + 1;
    }
}
