package dev.cachewright.format.foreign.syntax;

import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Cuts the command that a text begins with into words, as a Unix shell does.
public final class ShellWords {

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    /// What the shell would put into the current word.
    private final List<String> filled = new ArrayList<>();
    private int start = -1;
    /// The sign before a word that is no argument: `<`, `<<`, `<<-`, `<<<`.
    private String redirection = "";
    private Optional<Word> input = Optional.empty();
    private Optional<Here> here = Optional.empty();
    private int at;

    private ShellWords(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /// A word, and where it begins in the text.
    ///
    /// @param filled what of it a shell would fill in: `$NAME`, `$(date)`
    public record Word(String text, int offset, List<String> filled) {

        public Word {
            filled = List.copyOf(filled);
        }
    }

    /// The words of a command.
    ///
    /// @param end where the command ends in the text
    /// @param input what the text itself gives it as its standard input
    public record Command(List<Word> words, int end, Optional<Word> input) {
    }

    /// The word that ends the lines of the standard input.
    private record Here(String word, boolean isLiteral, boolean areTabsTaken) {
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
            } else if (c == '<' && start < 0) {
                redirect();
            } else {
                begin();
                readPart(c);
            }
        }
        endWord();
        if (here.isEmpty()) {
            return new Command(words, at, input);
        }
        HereText lines = HereText.read(text, here.get().word(), here.get().isLiteral(), here.get().areTabsTaken(), at);
        return new Command(words, lines.end(), Optional.of(lines.input()));
    }

    private void redirect() {
        redirection = Stream.of("<<<", "<<-", "<<", "<").filter(sign -> text.startsWith(sign, at)).findFirst()
                .orElseThrow();
        at += redirection.length();
    }

    private void readPart(char c) {
        if (c == '\'') {
            quoted('\'', false);
        } else if (c == '"') {
            quoted('"', true);
        } else if (c == '$' && text.startsWith("'", at + 1)) {
            at++;
            ansi();
        } else if (c == '$') {
            fill("");
        } else {
            word.append(c);
            at++;
        }
    }

    private void begin() {
        start = start < 0 ? at : start;
    }

    private void endWord() {
        if (start < 0) {
            return;
        }
        var ended = new Word(word.toString(), start, filled);
        switch (redirection) {
            case "" -> words.add(ended);
            case "<<<" -> input = Optional.of(ended);
            case "<<", "<<-" -> here = Optional.of(new Here(ended.text(), text.substring(start, at).matches(
                    "(?s).*['\"\\\\].*"), redirection.endsWith("-")));
            // A file that is read is not here.
            default -> {
            }
        }
        redirection = "";
        word.setLength(0);
        filled.clear();
        start = -1;
    }

    /// What the shell would fill in stays as it is written.
    private void fill(String escaped) {
        var piece = new ShellText(text);
        at = piece.read(at, escaped);
        word.append(piece.text());
        filled.addAll(piece.filled());
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
            if (isEscaping) {
                fill("\"\\$`");
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
