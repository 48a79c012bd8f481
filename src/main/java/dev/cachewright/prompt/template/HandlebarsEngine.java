package dev.cachewright.prompt.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.TemplateCheck;
import dev.cachewright.prompt.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;

/// Renders a template with comments and logic, by Handlebars with Dotprompt's helpers.
///
/// The engine is a black box: every value goes in between two characters that no text holds, and the spans are found in
/// its output. It reaches maps, lists, texts, numbers and booleans, and nothing behind them: no methods, no files, no
/// logs. White space and partials are settled before it reads a template, which it does once for many rows, and once
/// more where memory was short meanwhile.
public final class HandlebarsEngine {

    private static final Handlebars HANDLEBARS = handlebars();

    private final Text text;
    private final List<Tag> tags;
    private final Partials partials;
    private volatile SoftReference<Compiled> known = new SoftReference<>(null);

    /// @param tags those of the template; the text before the first one has places of its own
    public HandlebarsEngine(Text text, List<Tag> tags, Partials partials) {
        this.text = text;
        this.tags = tags;
        this.partials = partials;
    }

    private record Compiled(String source, Readable readable, Template template) {
    }

    /// The pieces that the template renders to.
    ///
    /// @throws InputException with line and column where it cannot be read, or grows without end
    public List<Rendered> render(Map<String, Object> values, Growth growth) {
        return new Rendering(growth, partials, 0).during(() -> {
            RowValues row = RowValues.of(values);
            Context context = Context.newBuilder(row.model()).resolver(MapValueResolver.INSTANCE).build();
            String rendered = Readable.restored(apply(context.data(row.data())));
            return ValueMarks.pieces(rendered, compiled().source(), tags.isEmpty() ? 0 : tags.getFirst().start());
        });
    }

    int length() {
        return text.length();
    }

    /// The text as a partial, with the marks of its values.
    ///
    /// @throws InputException without a place, where it cannot be read
    String renderInside(String name, Context context) {
        try {
            text.found().fault().ifPresent(fault -> {
                throw fault;
            });
            TemplateCheck.check(text, tags);
            return apply(context);
        } catch (InputException e) {
            String place = "In " + Partials.fileName(name) + ", line " + e.line() + ": ";
            // A partial that uses itself fails in the same place over and over.
            boolean isSaid = e.line() == 0 || e.getMessage().contains(place);
            throw new InputException(isSaid ? e.getMessage() : place + e.getMessage(), 0, 0);
        }
    }

    private String apply(Context context) {
        try {
            return compiled().template().apply(context);
        } catch (HandlebarsException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compiled compiled() {
        Compiled before = known.get();
        if (before != null) {
            return before;
        }
        String source = text.toString();
        ValueMarks.requireNone(source);
        Readable readable = Readable.of(source, tags);
        try {
            var compiled = new Compiled(source, readable, HANDLEBARS.compileInline(readable.text()));
            known = new SoftReference<>(compiled);
            return compiled;
        } catch (HandlebarsException e) {
            throw unreadable(readable, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputException unreadable(HandlebarsException e) {
        return unreadable(compiled().readable(), e);
    }

    private InputException unreadable(Readable readable, HandlebarsException e) {
        HandlebarsError error = e.getError();
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (error == null) {
            // A section without its helper is the one fault that the engine reports without a place.
            int start = tags.stream().filter(RenderingHelpers::isUnknownSection).findFirst().orElse(tags.getFirst())
                    .start();
            return InputException.at(text.toString(), start, "The template cannot be rendered: " + cause.getMessage());
        }
        return readable.at(error.line, error.column + 1, cause instanceof InputException own
                ? own.getMessage()
                : "The template cannot be read: " + TemplateFault.words(error.reason));
    }

    private static Handlebars handlebars() {
        // Lists as the quick way and handlebars.js print them, not as Java does; names as handlebars.js finds them, in
        // the innermost values alone.
        return new Handlebars(new NoFiles()).with(new RenderingHelpers()).with(EscapingStrategy.NOOP)
                .parentScopeResolution(false).with((value, _) -> printed(value));
    }

    private static String printed(Object value) {
        String text = Printed.of(value);
        Rendering.now().growth().add(text);
        return text;
    }

    /// Keeps templates from reading others.
    private static final class NoFiles extends AbstractTemplateLoader {

        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            throw new IOException("There is no template " + location);
        }
    }
}
