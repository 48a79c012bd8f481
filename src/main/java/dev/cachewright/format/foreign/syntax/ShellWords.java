package dev.cachewright.format.foreign.syntax;

import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;

/// Cuts the command that a text begins with into words, as a Unix shell does.
public final class ShellWords {

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start = -1;
    private int at;

    private ShellWords(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /// A word, and where it begins in the text.
    public record Word(String text, int offset) {
    }

    /// The words of a command.
    ///
    /// @param end where the command ends in the text
    public record Command(List<Word> words, int end) {
    }

    /// @param from where the command begins
    /// @throws InputException with line and column of a quote that is never closed
    public static Command read(String text, int from) {
        return new ShellWords(text, from).read();
    }

    private Command read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == ';' || c == '|' || c == '&') {
                break;
            } else if (c == '\\' || c == '`') {
                escape();
            } else if (Character.isWhitespace(c)) {
                endWord();
                at++;
            } else if (c == '#' && start < 0) {
                skipComment();
            } else {
                begin();
                readPart(c);
            }
        }
        endWord();
        return new Command(words, at);
    }

    private void readPart(char c) {
        if (c == '\'') {
            quoted('\'', false);
        } else if (c == '"') {
            quoted('"', true);
        } else if (c == '$' && text.startsWith("'", at + 1)) {
            at++;
            ansi();
        } else {
            word.append(c);
            at++;
        }
    }

    private void begin() {
        start = start < 0 ? at : start;
    }

    private void endWord() {
        if (start >= 0) {
            words.add(new Word(word.toString(), start));
            word.setLength(0);
            start = -1;
        }
    }

    private void skipComment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /// A backslash joins lines, or takes the meaning of the next character; PowerShell joins lines with a grave accent.
    private void escape() {
        int next = at + 1;
        if (text.startsWith("\r\n", next) || text.startsWith("\n", next)) {
            endWord();
            at = text.indexOf('\n', next) + 1;
            return;
        }
        begin();
        boolean isEscape = text.charAt(at) == '\\' && next < text.length();
        word.append(text.charAt(isEscape ? next : at));
        at += isEscape ? 2 : 1;
    }

    private void quoted(char quote, boolean isEscaping) {
        int open = at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (isEscaping && text.charAt(at) == '\\' && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                word.append(next == '\n' ? "" : "\"\\$`".indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next);
                at += 2;
            } else {
                word.append(text.charAt(at++));
            }
        }
        close(open);
    }

    private void ansi() {
        int open = at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at += ansiEscape(text.charAt(at + 1));
            } else {
                word.append(text.charAt(at++));
            }
        }
        close(open);
    }

    /// @return how many characters the escape takes
    private int ansiEscape(char c) {
        int index = "nrtbfave0".indexOf(c);
        if (index >= 0) {
            word.append("\n\r\t\b\f\u0007\u000B\u001B\0".charAt(index));
            return 2;
        }
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        int end = at + 2;
        while (end < text.length() && end < at + 2 + digits && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
        }
        if (end == at + 2) {
            word.append(c);
            return 2;
        }
        int code = Integer.parseUnsignedInt(text.substring(at + 2, end), 16);
        word.append(Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD");
        return end - at;
    }

    private void close(int open) {
        if (at >= text.length()) {
            throw InputException.at(text, open, "The quote opened here is never closed: copy the whole command");
        }
        at++;
    }
}
