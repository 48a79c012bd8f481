package dev.cachewright.format.foreign.syntax;

import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cuts a command into words as the command prompt of Windows does: `^` joins lines and takes the meaning of the next
/// character, quotes are double ones.
public final class WindowsWords {

    private static final Pattern CARET = Pattern.compile("\\^[ \\t]*\\r?\\n|\\^\"");
    private static final Pattern POSIX = Pattern.compile("\\\\\\r?\\n|[\\s=]\\$?'[\\[{]");

    private WindowsWords() {
    }

    /// Whether the command is for that prompt.
    public static boolean is(String text) {
        return CARET.matcher(text).find() && !POSIX.matcher(text).find();
    }

    /// @param from where the command begins
    /// @throws InputException with line and column of a quote that is never closed
    public static ShellWords.Command read(String text, int from) {
        boolean areQuotesEscaped = text.contains("^\"");
        var words = new ArrayList<ShellWords.Word>();
        var word = new StringBuilder();
        int start = -1;
        int open = -1;
        int at = from;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isCaret = c == '^' && at + 1 < text.length() && (open < 0 || areQuotesEscaped);
            if (isCaret) {
                at = afterCaret(text, at);
                // What was a line break is a space, or two of them a break in the text.
                c = text.charAt(at);
                if (c == '\n' && open < 0) {
                    continue;
                }
            }
            if (open < 0 && c == '\n' || open < 0 && !isCaret && (c == '&' || c == '|')) {
                break;
            } else if (open < 0 && Character.isWhitespace(c)) {
                add(words, word, start);
                start = -1;
            } else {
                start = start < 0 ? at : start;
                boolean isEscapedQuote = c == '\\' && quoteAfter(text, at) > 0;
                if (isEscapedQuote) {
                    at = quoteAfter(text, at);
                    word.append('"');
                } else if (c == '"') {
                    open = open < 0 ? at : -1;
                } else {
                    word.append(c);
                }
            }
        }
        if (open >= 0) {
            throw InputException.at(text, open, "The quote opened here is never closed: copy the whole command");
        }
        add(words, word, start);
        return new ShellWords.Command(List.copyOf(words), at, Optional.empty());
    }

    /// Where the character is that a caret escapes.
    private static int afterCaret(String text, int caret) {
        int next = caret + 1;
        int end = next;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t'
                || text.charAt(end) == '\r')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '\n' ? end : next;
    }

    /// Where the quote is that a backslash escapes, with or without a caret before it; 0 where there is none.
    private static int quoteAfter(String text, int slash) {
        if (text.startsWith("\"", slash + 1)) {
            return slash + 1;
        }
        return text.startsWith("^\"", slash + 1) ? slash + 2 : 0;
    }

    private static void add(List<ShellWords.Word> words, StringBuilder word, int start) {
        if (start >= 0) {
            words.add(new ShellWords.Word(word.toString(), start, List.of()));
            word.setLength(0);
        }
    }
}
