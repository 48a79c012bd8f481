package dev.cachewright.format.foreign.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in which a Unix shell puts in values, commands and escapes, as between double quotes; here nothing is put in,
/// and what would be is remembered.
public final class ShellText {

    private static final Pattern NAME = Pattern.compile("\\$(?:[A-Za-z_]\\w*|[0-9@*#?$!-]|\\{[^{}\\n]*})");
    private static final Pattern HERE = Pattern
            .compile(
                    "\\$\\(\\s*cat\\s+<<-?[ \\t]*(['\"]?)(\\w+)\\1[ \\t]*\\r?\\n(?<body>(?s:.*?))\\r?\\n[ \\t]*\\2[ \\t]*\\r?\\n?\\s*\\)");
    private static final Pattern FILE = Pattern
            .compile("(?:\\$\\(\\s*(?:cat\\s+|<\\s*)|`\\s*cat\\s+)[\"']?(?<name>[^\\s\"'|;<>()`]+)[\"']?\\s*[)`]");

    private final String text;
    private final StringBuilder read = new StringBuilder();
    private final List<String> filled = new ArrayList<>();

    ShellText(String text) {
        this.text = text;
    }

    /// The file that is all an expansion puts in: `$(cat body.json)`; empty where it is something else.
    public static String file(String expansion) {
        Matcher file = FILE.matcher(expansion);
        return file.matches() ? file.group("name") : "";
    }

    /// The text that is all an expansion puts in, written out within it, and where it begins there.
    public static Optional<ShellWords.Word> here(String expansion) {
        Matcher here = HERE.matcher(expansion);
        return here.matches()
                ? Optional.of(HereText.word(here.group("body"), here.start("body"), !here.group(1).isEmpty()))
                : Optional.empty();
    }

    /// Reads a character, an escape or an expansion.
    ///
    /// @param escaped the characters before which a backslash is none of the text
    /// @return where the next one is
    int read(int at, String escaped) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            return at + 2;
        }
        if (c == '\\' && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            read.append(escaped.indexOf(next) >= 0 ? "" : "\\").append(next);
            return at + 2;
        }
        int end = end(text, at);
        if (end > at) {
            filled.add(text.substring(at, end));
        }
        read.append(text, at, Math.max(end, at + 1));
        return Math.max(end, at + 1);
    }

    String text() {
        return read.toString();
    }

    List<String> filled() {
        return filled;
    }

    /// Where the expansion ends that begins at a place; the place itself where none does.
    static int end(String text, int at) {
        if (text.charAt(at) == '`') {
            int close = text.indexOf('`', at + 1);
            return close < 0 || text.substring(at, close).indexOf('\n') >= 0 ? at : close + 1;
        }
        if (text.charAt(at) != '$') {
            return at;
        }
        Matcher form = NAME.matcher(text).region(at, text.length());
        if (form.lookingAt()) {
            return form.end();
        }
        Matcher here = HERE.matcher(text).region(at, text.length());
        if (here.lookingAt()) {
            return here.end();
        }
        return text.startsWith("(", at + 1) ? closing(text, at + 1) : at;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return open - 1;
    }
}
