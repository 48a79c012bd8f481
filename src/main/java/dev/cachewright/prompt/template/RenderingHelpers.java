package dev.cachewright.prompt.template;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import com.github.jknack.handlebars.helper.EachHelper;
import dev.cachewright.prompt.text.Tag;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The helpers that render; of those that Handlebars brings along, the ones that write logs, read files or run scripts
/// are not among them.
final class RenderingHelpers extends DefaultHelperRegistry {

    private static final Set<String> NAMES = Set.of("if", "unless", "each", "with", "lookup", "role", "history",
            "section", "media", "json", "ifEquals", "unlessEquals", PartialTag.HELPER);
    /// As many spaces as JavaScript indents JSON by at most.
    private static final int WIDEST = 10;

    RenderingHelpers() {
        add("each", RenderingHelpers::each);
        add("lookup", (value, options) -> lookup(value, options.param(0, "")));
        add("role", (role, _) -> ValueMarks.newMessage(role));
        add("history", (_, _) -> ValueMarks.history());
        add("section", (_, _) -> ValueMarks.section());
        add("media", (_, options) -> ValueMarks.media(options.hash("url", ""), options.hash("contentType", "")));
        add("json", (value, options) -> Json.write(value, indentOf(options.hash("indent"))));
        add("ifEquals", (left, options) -> choose(left, options, true));
        add("unlessEquals", (left, options) -> choose(left, options, false));
        add(PartialTag.HELPER, (name, options) -> Rendering.now().partial(String.valueOf(name), options));
    }

    private void add(String name, Helper<Object> helper) {
        registerHelper(name, helper);
    }

    /// Whether a tag opens a section with parameters for which there is no helper.
    static boolean isUnknownSection(Tag tag) {
        String[] words = tag.body().split("[#~\\s]+");
        return tag.body().startsWith("#") && words.length > 2 && !NAMES.contains(words[1]);
    }

    @Override
    public <C> Helper<C> helper(String name) {
        return NAMES.contains(name) ? super.helper(name) : null;
    }

    @Override
    public Decorator decorator(String name) {
        return null;
    }

    /// Goes through a list or a map; anything else is nothing to go through.
    private static Object each(Object value, Options options) throws IOException {
        int passes = value instanceof Collection<?> list ? list.size()
                : value instanceof Map<?, ?> map ? map.size() : 0;
        if (passes == 0) {
            return options.inverse();
        }
        Rendering.now().growth().repeat(passes, options.fn.text().length());
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

    private static int indentOf(Object indent) {
        return ValueMarks.unmark(indent) instanceof Number spaces ? Math.clamp(spaces.intValue(), 0, WIDEST) : 0;
    }

    private static CharSequence choose(Object left, Options options, boolean wanted) throws IOException {
        boolean equal = areEqual(ValueMarks.unmark(left), ValueMarks.unmark(options.param(0)));
        return equal == wanted ? options.fn() : options.inverse();
    }

    /// As `===` in JavaScript: lists and maps are equal to themselves alone.
    private static boolean areEqual(Object left, Object right) {
        return switch (left) {
            case Number one when right instanceof Number other ->
                new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
            case Collection<?> list -> list == right;
            case Map<?, ?> map -> map == right;
            case null, default -> Objects.equals(left, right);
        };
    }
}
