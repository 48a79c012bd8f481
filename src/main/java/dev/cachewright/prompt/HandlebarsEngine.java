package dev.cachewright.prompt;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.helper.EachHelper;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Renders a template with comments and logic, by Handlebars with Dotprompt's helpers.
///
/// The engine is a black box: every value goes in between two characters that no text holds, and the spans are found in
/// its output. It reaches maps, lists, texts, numbers and booleans, and nothing behind them: no methods, no files, no
/// logs. A template is read once for many rows, and once more where memory was short meanwhile.
final class HandlebarsEngine {

    private static final Handlebars HANDLEBARS = handlebars();
    /// That of the rendering under way.
    private static final ScopedValue<Growth> GROWTH = ScopedValue.newInstance();
    // Noncharacters, never part of text, for what this engine reads otherwise than handlebars.js: the backslash that is
    // left of two before a tag, which would escape it, and an escaped brace, which would have to be closed on its line.
    private static final char BACKSLASH = '\uFDD4';
    private static final char BRACE = '\uFDD5';

    private final Text text;
    private final List<Tag> tags;
    private volatile SoftReference<Compiled> known = new SoftReference<>(null);

    /// @param tags those of the template; the text before the first one has places of its own
    HandlebarsEngine(Text text, List<Tag> tags) {
        this.text = text;
        this.tags = tags;
    }

    private record Compiled(String source, com.github.jknack.handlebars.Template template) {
    }

    /// The pieces that the template renders to.
    ///
    /// @throws InputException with line and column where it cannot be read, or grows without end
    List<Piece> render(String blockId, Row row, Growth growth) {
        try {
            Compiled compiled = compiled();
            Context context = Context.newBuilder(ValueMarks.mark(row.values())).resolver(MapValueResolver.INSTANCE)
                    .build();
            String rendered = ScopedValue.where(GROWTH, growth).call(() -> compiled.template().apply(context))
                    .replace(BACKSLASH, '\\').replace(BRACE, '{');
            return ValueMarks.pieces(blockId, rendered, compiled.source(), tags.getFirst().start());
        } catch (HandlebarsException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compiled compiled() throws IOException {
        Compiled before = known.get();
        if (before != null) {
            return before;
        }
        String source = text.toString();
        ValueMarks.requireNone(source);
        var compiled = new Compiled(source, HANDLEBARS.compileInline(readable(source, tags)));
        known = new SoftReference<>(compiled);
        return compiled;
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

    private InputException unreadable(HandlebarsException e) {
        HandlebarsError error = e.getError();
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (error == null) {
            // A section without its helper is the one fault that the engine reports without a place.
            int start = tags.stream().filter(RenderingHelpers::isUnknownSection).findFirst().orElse(tags.getFirst())
                    .start();
            return InputException.at(text.toString(), start, "The template cannot be rendered: " + cause.getMessage());
        }
        return new InputException(cause instanceof InputException own
                ? own.getMessage()
                : "The template cannot be read: " + TemplateFault.words(error.reason), error.line, error.column + 1);
    }

    private static Handlebars handlebars() {
        // Lists as the quick way and handlebars.js print them, not as Java does.
        var handlebars = new Handlebars(new NoFiles()).with(new RenderingHelpers()).with(EscapingStrategy.NOOP)
                .prettyPrint(true).with((value, next) -> printed(value));
        handlebars.registerHelper("each", (Helper<Object>) HandlebarsEngine::each);
        handlebars.registerHelper("lookup", (Helper<Object>) (value, options) -> lookup(value, options.param(0, "")));
        handlebars.registerHelper("role", (Helper<Object>) (role, options) -> ValueMarks.newMessage(role));
        handlebars.registerHelper("history", (Helper<Object>) (none, options) -> "");
        handlebars.registerHelper("section", (Helper<Object>) (none, options) -> "");
        handlebars.registerHelper("json", (Helper<Object>) (value, options) -> Json.write(ValueMarks.unmark(value)));
        handlebars.registerHelper("ifEquals", (Helper<Object>) (left, options) -> choose(left, options, true));
        handlebars.registerHelper("unlessEquals", (Helper<Object>) (left, options) -> choose(left, options, false));
        return handlebars;
    }

    private static String printed(Object value) {
        String text = Template.textOf(value);
        GROWTH.get().add(text);
        return text;
    }

    /// Goes through a list or a map; anything else is nothing to go through.
    private static Object each(Object value, Options options) throws IOException {
        int passes = value instanceof Collection<?> list ? list.size()
                : value instanceof Map<?, ?> map ? map.size() : 0;
        if (passes == 0) {
            return options.inverse();
        }
        GROWTH.get().repeat(passes, options.fn.text().length());
        return EachHelper.INSTANCE.apply(value, options);
    }

    /// The value of a key in a map or at an index in a list; nothing where there is none.
    private static Object lookup(Object value, Object key) {
        String name = String.valueOf(ValueMarks.unmark(key));
        Object found = switch (value) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list when name.matches("\\d{1,9}") && Integer.parseInt(name) < list.size() ->
                list.get(Integer.parseInt(name));
            case null, default -> null;
        };
        return found == null ? "" : found;
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

    /// Keeps templates from reading others.
    private static final class NoFiles extends AbstractTemplateLoader {

        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            throw new IOException("There is no template " + location);
        }
    }
}
