package dev.cachewright.prompt.text;

import java.util.regex.Pattern;

/// A Handlebars tag in a block's template.
///
/// @param start where the tag begins, in UTF-16 units
/// @param end after its last character
/// @param body the text between the braces, without white space around it; `{{` for an escape
public record Tag(Type type, int start, int end, String body) {

    /// What renders to the same for each row: the place of the conversation, a mark, a picture that is written out.
    private static final Pattern FIXED = Pattern.compile("~?\\s*(?:history|"
            + "(?:section|role|media)(?:\\s+(?:[\\w-]+\\s*=\\s*)?(?:\"[^\"]*+\"|'[^']*+'))+)\\s*~?");

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

    /// Whether a row can change what the tag renders to; the text of a partial is not looked at.
    public boolean isDynamic() {
        return type == Type.VALUE || type == Type.LOGIC && !FIXED.matcher(body).matches();
    }
}
