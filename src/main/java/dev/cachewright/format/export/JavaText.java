package dev.cachewright.format.export;

import java.util.ArrayList;
import java.util.List;

/// A text as text blocks of Java, which keep it readable: a line break of a JSON string ends a line of the source.
final class JavaText {

    /// Characters of a constant; a class file holds 65,535 bytes of one.
    static final int MOST = 16_000;

    private JavaText() {
    }

    /// One text block or several, separated by commas; joined, they are the text.
    static String blocks(String text, String indent) {
        var blocks = new ArrayList<String>();
        var block = new StringBuilder();
        for (String line : lines(text)) {
            if (block.length() + line.length() > MOST && !block.isEmpty()) {
                blocks.add(block.toString());
                block.setLength(0);
            }
            block.append(line);
        }
        blocks.add(block.toString());
        return String.join(", ", blocks.stream().map(each -> "\"\"\"\n" + indented(each, indent) + "\"\"\"").toList());
    }

    /// The lines of the source, each with its end: a line break, or `\` before one that is not part of the text.
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean isEscape = unit == '\\' && at + 1 < text.length();
            if (isEscape) {
                line.append("\\\\").append(escaped(text.charAt(++at)));
            } else {
                line.append(unit == '"' && text.startsWith("\"\"", at + 1) ? "\\\"" : escaped(unit));
            }
            boolean isEndOfText = isEscape && text.charAt(at) == 'n' && at + 2 < text.length();
            if (unit == '\n') {
                lines.add(line.toString());
                line.setLength(0);
            } else if (isEndOfText || line.length() > MOST / 2 && !Character.isHighSurrogate(unit)) {
                lines.add(line.append("\\\n").toString());
                line.setLength(0);
            }
        }
        // The closing quotes stand on a line of their own, and add none.
        lines.add(line.append("\\\n").toString());
        return lines;
    }

    private static String escaped(char unit) {
        return switch (unit) {
            case '\\' -> "\\\\";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.valueOf(unit);
        };
    }

    private static String indented(String block, String indent) {
        return block.lines().map(line -> indent + withEnd(line) + "\n").reduce("", String::concat) + indent;
    }

    /// White space at the end of a line would be taken for layout.
    private static String withEnd(String line) {
        return line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\s" : line;
    }
}
