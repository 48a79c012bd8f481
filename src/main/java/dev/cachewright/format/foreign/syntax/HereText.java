package dev.cachewright.format.foreign.syntax;

import java.util.List;

/// The lines after a command that are its standard input: `<<EOF`, up to a line with that word alone.
///
/// @param end where the command after it may begin
record HereText(ShellWords.Word input, int end) {

    private static final String ESCAPED = "\\$`";

    /// @param isLiteral whether the word is quoted, so that the shell puts nothing in
    /// @param areTabsTaken whether tabs before the lines are none of the text: `<<-`
    /// @param after where the line with the command ends, or a place before it
    static HereText read(String text, String word, boolean isLiteral, boolean areTabsTaken, int after) {
        int feed = text.indexOf('\n', after);
        int start = feed < 0 ? text.length() : feed + 1;
        var lines = new StringBuilder();
        int at = start;
        while (at < text.length()) {
            int next = text.indexOf('\n', at);
            int end = next < 0 ? text.length() : next + 1;
            String line = text.substring(at, end);
            String plain = areTabsTaken ? line.replaceFirst("^\t+", "") : line;
            at = end;
            if (plain.replaceFirst("\r?\n$", "").equals(word)) {
                break;
            }
            lines.append(plain);
        }
        return new HereText(word(lines.toString(), start, isLiteral), at);
    }

    /// What the lines are to the command.
    static ShellWords.Word word(String lines, int start, boolean isLiteral) {
        if (isLiteral) {
            return new ShellWords.Word(lines, start, List.of());
        }
        var read = new ShellText(lines);
        int at = 0;
        while (at < lines.length()) {
            at = read.read(at, ESCAPED);
        }
        return new ShellWords.Word(read.text(), start, read.filled());
    }
}
