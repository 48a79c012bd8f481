package dev.cachewright.prompt;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import dev.cachewright.prompt.text.Tag;
import java.util.Set;

/// The helpers that render; of those that Handlebars brings along, the ones that write logs, read files or run scripts
/// are not among them.
final class RenderingHelpers extends DefaultHelperRegistry {

    private static final Set<String> NAMES = Set.of("if", "unless", "each", "with", "lookup", "role", "history",
            "section", "json", "ifEquals", "unlessEquals");

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
}
