package dev.cachewright.format.record;

import java.util.ArrayList;
import java.util.List;

/// Cuts a file of calls into its records: an object a line, objects over several lines one after the other, or the
/// elements of one array. Blank lines between them are nothing.
final class Records {

    private static final char MARK = '\uFEFF';

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int line = 1;

    private Records(String text) {
        this.text = text;
    }

    /// @param line the number of its first line, from 1 on
    record Piece(String text, int line) {
    }

    static List<Piece> of(String text) {
        var records = new Records(text);
        records.skip();
        if (records.is('[')) {
            records.at++;
        }
        while (records.skip()) {
            records.take();
        }
        return List.copyOf(records.pieces);
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /// Goes to the next record; false where there is none.
    private boolean skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
            } else if (!Character.isWhitespace(c) && c != MARK && c != ',' && c != ']') {
                return true;
            }
            at++;
        }
        return false;
    }

    /// Takes the object that begins here; of one that is cut off, what there is of it, and of something else the line.
    private void take() {
        int startLine = line;
        int end = is('{') ? end() : lineEnd(at);
        String piece = text.substring(at, end);
        pieces.add(new Piece(piece.strip(), startLine));
        line = startLine + (int) piece.chars().filter(c -> c == '\n').count();
        at = end;
    }

    private int lineEnd(int from) {
        int feed = text.indexOf('\n', from);
        return feed < 0 ? text.length() : feed;
    }

    /// Where the object ends. It is cut off within a text at the end of a line, or before a line that begins another one.
    private int end() {
        int depth = 0;
        boolean isText = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && (isText || i + 1 < text.length() && text.charAt(i + 1) == '{')) {
                return i;
            }
            if (isText) {
                i += c == '\\' ? 1 : 0;
                isText = c != '"';
            } else if (c == '"') {
                isText = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return restOfLine(i + 1);
            }
        }
        return text.length();
    }

    /// What stands after an object on its line belongs to it, and is a fault, unless it is another object.
    private int restOfLine(int end) {
        for (int i = end; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '{' || c == ',' || c == ']') {
                return end;
            }
            if (!Character.isWhitespace(c)) {
                return lineEnd(i);
            }
        }
        return end;
    }
}
