package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.Tag;

/// What a tag is to the structure of its template.
///
/// @param opens whether it has a tilde at its beginning
/// @param closes whether it has one at its end
/// @param isChained whether it is an `else` with a condition
public record TagForm(Kind kind, boolean opens, boolean closes, boolean isChained) {

    public enum Kind {
        OPEN, ELSE, CLOSE, COMMENT, PARTIAL, OTHER
    }

    static TagForm of(Tag tag) {
        String body = tag.body();
        boolean opens = body.startsWith("~");
        boolean closes = body.endsWith("~");
        String inner = body.substring(opens ? 1 : 0, Math.max(opens ? 1 : 0, body.length() - (closes ? 1 : 0))).strip();
        Kind kind = kind(inner);
        return new TagForm(kind, opens, closes, kind == Kind.ELSE && inner.length() > "else".length());
    }

    private static Kind kind(String inner) {
        if (inner.equals("^") || inner.equals("else") || inner.matches("(?s)else\\s.*")) {
            return Kind.ELSE;
        }
        if (inner.startsWith("#") || inner.startsWith("^")) {
            return Kind.OPEN;
        }
        if (inner.startsWith("/")) {
            return Kind.CLOSE;
        }
        if (inner.startsWith("!")) {
            return Kind.COMMENT;
        }
        return inner.startsWith(">") ? Kind.PARTIAL : Kind.OTHER;
    }

    /// Whether a tag takes its line along where it is alone there.
    public static boolean mayTakeLine(Tag tag) {
        return tag.type() != Tag.Type.ESCAPE && of(tag).kind() != Kind.OTHER;
    }

    /// Whether it takes its line along where it is alone there, and is no section.
    boolean isInline() {
        return kind == Kind.COMMENT || kind == Kind.PARTIAL;
    }
}
