package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Marks values before they go through the engine, and finds them again in what comes out.
///
/// The marks are Unicode noncharacters, which are never part of text that is exchanged.
final class ValueMarks {

    private static final char FIRST = '\uFDD0';
    private static final char LAST = '\uFDDB';

    private static final char OPEN = '\uFDD0';
    private static final char CLOSE = '\uFDD1';
    private static final char ROLE = '\uFDD2';
    private static final char END = '\uFDD3';
    /// Opens a number, which is one again for helpers.
    private static final char OPEN_NUMBER = '\uFDD6';
    private static final char HISTORY = '\uFDD8';
    private static final char MEDIA = '\uFDD9';
    /// Between the address of a medium and its type.
    private static final char TYPE = '\uFDDA';
    private static final char SECTION = '\uFDDB';

    private static final String MARKS = "" + OPEN + OPEN_NUMBER + CLOSE + ROLE + HISTORY + SECTION + MEDIA;

    private final String rendered;
    private final int valueStart;
    private final List<Rendered> pieces = new ArrayList<>();

    private ValueMarks(String rendered, int valueStart) {
        this.rendered = rendered;
        this.valueStart = valueStart;
    }

    /// The values with a mark around each text and number; what is empty, zero or a boolean stays as it is, since
    /// conditions look at it.
    static Map<String, Object> mark(Map<String, Object> values) {
        var marked = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            try {
                marked.put(name, markValue(value));
            } catch (InputException e) {
                throw new InputException("The value of \"" + name + "\": " + e.getMessage(), 0, 0);
            }
        });
        return marked;
    }

    /// Checks that a text has none of the characters that this package marks with.
    ///
    /// @throws InputException with line and column in the text where it has
    static void requireNone(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= FIRST && c <= LAST) {
                throw InputException.at(text, at, "The character U+" + Integer.toHexString(c).toUpperCase(Locale.ROOT)
                        + " is no text, and cannot stand beside logic or comments: remove it");
            }
        }
    }

    private static Object markValue(Object value) {
        return switch (value) {
            case String text -> markText(text);
            case Number number -> number.doubleValue() == 0 ? number : openOf(number) + Printed.number(number) + CLOSE;
            case List<?> list -> list.stream().map(ValueMarks::markValue).toList();
            case Map<?, ?> map -> {
                var marked = new LinkedHashMap<String, Object>();
                map.forEach((name, inner) -> marked.put(String.valueOf(name), markValue(inner)));
                yield marked;
            }
            case null, default -> value;
        };
    }

    private static String markText(String text) {
        requireNone(text);
        return text.isEmpty() ? text : OPEN + text + CLOSE;
    }

    private static char openOf(Number number) {
        return Double.isFinite(number.doubleValue()) ? OPEN_NUMBER : OPEN;
    }

    static Object unmark(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        String plain = text.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
        return plain.indexOf(OPEN_NUMBER) == 0 ? new BigDecimal(plain.substring(1)) : plain;
    }

    static String newMessage(Object role) {
        return ROLE + Printed.of(unmark(role)) + END;
    }

    static String history() {
        return String.valueOf(HISTORY);
    }

    static String section() {
        return String.valueOf(SECTION);
    }

    static String media(Object url, Object contentType) {
        return MEDIA + Printed.of(unmark(url)) + TYPE + Printed.of(unmark(contentType)) + END;
    }

    /// The pieces of `rendered`: the author's text before the first tag keeps its place, everything else is placed at
    /// that tag.
    static List<Rendered> pieces(String rendered, String template, int literalLength) {
        int literal = 0;
        int limit = Math.min(literalLength, rendered.length());
        while (literal < limit && rendered.charAt(literal) == template.charAt(literal)) {
            literal++;
        }
        var marks = new ValueMarks(rendered, literalLength);
        if (literal > 0) {
            marks.pieces.add(new Rendered.Text(rendered.substring(0, literal), 0, false));
        }
        marks.split(literal);
        return marks.pieces;
    }

    private void split(int begin) {
        int from = begin;
        for (int at = begin; at < rendered.length(); at++) {
            char c = rendered.charAt(at);
            if (MARKS.indexOf(c) >= 0) {
                add(from, at);
                from = at + 1;
            }
            if (c == HISTORY || c == SECTION) {
                pieces.add(c == HISTORY ? new Rendered.History() : new Rendered.Section());
            }
            if (c == ROLE || c == MEDIA) {
                int end = rendered.indexOf(END, at);
                String inner = rendered.substring(at + 1, end);
                int type = inner.indexOf(TYPE);
                pieces.add(c == ROLE
                        ? new Rendered.NewMessage(inner)
                        : new Rendered.Media(inner.substring(0, type), inner.substring(type + 1), valueStart));
                from = end + 1;
                at = end;
            }
        }
        add(from, rendered.length());
    }

    private void add(int from, int to) {
        if (from < to) {
            pieces.add(new Rendered.Text(rendered.substring(from, to), valueStart, true));
        }
    }
}
