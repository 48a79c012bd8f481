package dev.cachewright.prompt;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// Renders templates with comments and logic, by Handlebars with Dotprompt's helpers.
///
/// The engine is a black box: every value goes in between two characters that no text holds, and the spans are found in
/// its output.
final class HandlebarsEngine {

    private static final Handlebars HANDLEBARS = handlebars();
    // Noncharacters, never part of text, for what this engine reads otherwise than handlebars.js: the backslash that is
    // left of two before a tag, which would escape it, and an escaped brace, which would have to be closed on its line.
    private static final char BACKSLASH = '\uFDD4';
    private static final char BRACE = '\uFDD5';

    private HandlebarsEngine() {
    }

    /// The pieces that `template` renders to.
    ///
    /// @param tags those of the template; the text before the first one has places of its own
    static List<Piece> render(String blockId, String template, List<Tag> tags, Row row) {
        try {
            String rendered = HANDLEBARS.compileInline(readable(template, tags)).apply(ValueMarks.mark(row.values()))
                    .replace(BACKSLASH, '\\').replace(BRACE, '{');
            return ValueMarks.pieces(blockId, rendered, template, tags.getFirst().start());
        } catch (HandlebarsException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readable(String template, List<Tag> tags) {
        var text = new StringBuilder(template);
        for (Tag tag : tags.reversed()) {
            if (tag.type() == Tag.Type.ESCAPE) {
                text.replace(tag.start(), tag.end(), String.valueOf(BRACE).repeat(2));
            } else if (template.charAt(tag.start()) == '\\') {
                text.replace(tag.start() - 1, tag.start() + 1, String.valueOf(BACKSLASH));
            }
        }
        return text.toString();
    }

    private static InputException unreadable(HandlebarsException e) {
        HandlebarsError error = e.getError();
        if (error == null) {
            return new InputException("The template cannot be rendered: " + e.getMessage(), 0, 0);
        }
        return new InputException("The template cannot be read: " + error.reason.strip(), error.line,
                error.column + 1);
    }

    private static Handlebars handlebars() {
        // Lists as the quick way and handlebars.js print them, not as Java does.
        var handlebars = new Handlebars().with(EscapingStrategy.NOOP).prettyPrint(true)
                .with((value, next) -> value instanceof List<?> list ? Template.textOf(list) : next.format(value));
        handlebars.registerHelper("role", (Helper<Object>) (role, options) -> ValueMarks.newMessage(role));
        handlebars.registerHelper("history", (Helper<Object>) (none, options) -> "");
        handlebars.registerHelper("section", (Helper<Object>) (none, options) -> "");
        handlebars.registerHelper("json", (Helper<Object>) (value, options) -> Json.write(ValueMarks.unmark(value)));
        handlebars.registerHelper("ifEquals", (Helper<Object>) (left, options) -> choose(left, options, true));
        handlebars.registerHelper("unlessEquals", (Helper<Object>) (left, options) -> choose(left, options, false));
        return handlebars;
    }

    private static CharSequence choose(Object left, Options options, boolean wanted) throws IOException {
        boolean equal = areEqual(ValueMarks.unmark(left), ValueMarks.unmark(options.param(0)));
        return equal == wanted ? options.fn() : options.inverse();
    }

    private static boolean areEqual(Object left, Object right) {
        return left instanceof Number one && right instanceof Number other
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : Objects.equals(left, right);
    }
}
