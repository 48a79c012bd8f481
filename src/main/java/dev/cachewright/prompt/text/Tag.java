package dev.cachewright.prompt.text;

/// A Handlebars tag in a block's template.
///
/// @param start where the tag begins, in UTF-16 units
/// @param end after its last character
/// @param body the text between the braces, without white space around it; `{{` for an escape
public record Tag(Type type, int start, int end, String body) {

    public enum Type {
        /// A value by its plain or dotted name.
        VALUE,
        /// Two literal braces, written with a backslash before them.
        ESCAPE,
        /// A comment.
        COMMENT,
        /// Anything that only the Handlebars engine can render.
        LOGIC
    }

    /// Whether a row can change what the tag renders to.
    public boolean isDynamic() {
        return type == Type.VALUE || type == Type.LOGIC;
    }
}
