package dev.cachewright.prompt.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.context.MapValueResolver;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.TemplateCheck;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rendering under way: what it may put in, and how far it has grown.
///
/// @param depth of the partials that are open
record Rendering(Growth growth, Partials partials, int depth) {

    private static final ScopedValue<Rendering> NOW = ScopedValue.newInstance();

    static Rendering now() {
        return NOW.get();
    }

    <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(NOW, this).call(work);
    }

    /// The text of a partial in its place.
    ///
    /// @param options with what its lines are put behind, with the values that it renders where these are others, and
    /// with its arguments
    /// @throws InputException where there is no such partial, it cannot be read, or they go on without end
    CharSequence partial(String name, Options options) {
        HandlebarsEngine engine = partials.engine(name).orElseThrow(() -> new InputException("There is no partial \""
                + name + "\": write its text into " + Partials.fileName(name) + " beside the prompt, and open the "
                + "prompt again", 0, 0));
        if (depth == TemplateCheck.DEEPEST) {
            throw new InputException("More than " + TemplateCheck.DEEPEST + " partials are open here, each inside the "
                    + "one before, and the last is \"" + name + "\": take out a use of one in itself", 0, 0);
        }
        growth.repeat(1, engine.length());
        var inner = new Rendering(growth, partials, depth + 1);
        return indented(inner.during(() -> engine.renderInside(name, contextOf(options))), options.param(0, ""));
    }

    private static Context contextOf(Options options) {
        boolean hasOwn = options.params.length > 1;
        Object model = hasOwn ? options.param(1) : options.context.model();
        if (!hasOwn && options.hash.isEmpty()) {
            return options.context;
        }
        var values = new LinkedHashMap<String, Object>();
        if (model instanceof Map<?, ?> map) {
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
        }
        values.putAll(options.hash);
        boolean isPlain = options.hash.isEmpty() && !(model instanceof Map<?, ?>);
        return Context.newBuilder(options.context, isPlain ? model : values).resolver(MapValueResolver.INSTANCE)
                .build();
    }

    private static String indented(String text, String indent) {
        if (indent.isEmpty() || text.isEmpty()) {
            return text;
        }
        String lines = indent + text.replace("\n", "\n" + indent);
        return text.endsWith("\n") ? lines.substring(0, lines.length() - indent.length()) : lines;
    }
}
